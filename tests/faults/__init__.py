"""What may go wrong, and nothing be lost: kills, a Telegram in trouble, a database that is away."""
