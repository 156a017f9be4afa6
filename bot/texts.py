"""Every Vietnamese sentence the bot says. Plain text: `bot.render` escapes what is filled in.

The voice is a courteous colleague's: "tôi" to "anh/chị", short, nothing exclaimed.
"""

from __future__ import annotations

COMMANDS = (
    ("help", "Cách hỏi và câu hỏi mẫu"),
    ("baocao", "Thông tin báo cáo đang dùng"),
    ("start", "Lời chào"),
)
DESCRIPTION = (
    "Hỏi một câu về báo cáo, nhận lại đúng câu trong báo cáo có nội dung trả lời, kèm vị trí để tra cứu.\n\n"
    "Mọi chữ trích ra đều là nguyên văn. Điều báo cáo không nêu, bot nói rõ là không nêu."
)
SHORT_DESCRIPTION = "Hỏi đáp về báo cáo: trích nguyên văn, kèm vị trí trong báo cáo."

GREETING = "Kính chào anh/chị. Tôi trả lời câu hỏi về {reports}."
ONE_REPORT = "“{title}”"
SEVERAL_REPORTS = "{count} báo cáo (gõ /baocao để xem danh sách)"
HOW_TO_ASK = (
    "Anh/chị cứ gõ câu hỏi, có dấu hay không dấu, viết đầy đủ hay viết tắt (NSNN, UBND…) đều được. "
    "Tôi trả lời bằng đúng câu trong báo cáo, kèm vị trí của câu đó."
)
HOW_TO_READ = (
    "Phần in đậm là phần trả lời; phần in nghiêng là câu đứng trước mà câu trích nói tiếp; "
    "dòng 📍 là vị trí trong báo cáo; khung trích ở cuối là các câu liền kề. "
    "Điều báo cáo không nêu, tôi nói rõ là không nêu và đưa những câu gần nhất để tham khảo."
)
COMMANDS_TO_KNOW = "/baocao – thông tin báo cáo đang dùng"
EXAMPLES_BELOW = "Câu hỏi mẫu, anh/chị bấm để xem:"

UNKNOWN_COMMAND = "Tôi không có lệnh này. Anh/chị gõ /help để xem cách hỏi."
NO_QUESTION = "Tôi chỉ trả lời được câu hỏi bằng chữ. Mời anh/chị gõ câu hỏi về báo cáo."
EMPTY_QUESTION = "Mời anh/chị gõ câu hỏi về báo cáo, ví dụ: Tổng thu ngân sách là bao nhiêu?"
UNREADABLE_QUESTION = "Câu hỏi có ký tự tôi không đọc được. Mời anh/chị gõ lại."
STALE_BUTTON = "Nút này đã cũ. Anh/chị gõ /help để lấy câu hỏi mẫu mới."
APOLOGY = "Xin lỗi, tôi gặp lỗi khi xử lý tin nhắn này. Mời anh/chị thử lại sau ít phút."

NOT_IN_REPORT = "Báo cáo không nêu nội dung này."
NO_FIGURES_OF_YEAR = "Báo cáo không nêu nội dung này của năm {missing}."
NO_FIGURES_OF_PERIOD = "Báo cáo không nêu nội dung này của {missing}."
NO_SUCH_FIGURE = "Báo cáo không nêu con số {missing}."
NOT_OF_SUBJECT = "Báo cáo không nêu nội dung này về {missing}."
NO_SUCH_UNIT = "Báo cáo không nêu số liệu này theo đơn vị “{missing}”."
NO_FIGURE = "Báo cáo không nêu số liệu được hỏi."
NO_OFFICE = "Báo cáo không nêu người giữ chức vụ được hỏi."
NO_DATE = "Báo cáo không nêu thời gian được hỏi."
NO_SUCH_NAME = "Báo cáo không nêu “{missing}”."
NOT_IN_SENTENCE = "Lưu ý: câu trích dưới đây không nêu “{missing}”."
PERHAPS = "Có thể là:"
OR_ELSE = "Hoặc:"
UNDERSTOOD = "Hiểu là: {question}"
NEAREST = "Gần nhất trong báo cáo:"

BEFORE_IT = "Câu trước: {}"
PLACE = "đoạn {paragraph}, câu {sentence}"
PLACE_OF_ROW = "đoạn {paragraph} (bảng), dòng {sentence}"
PLACE_OF_HEADING = "đề mục"
PAGE = "trang {page}"
ASKED = "❓ {question}"

REPORT_NUMBER = "Số: {number}"
REPORT_ISSUER = "Cơ quan ban hành: {issuer}"
REPORT_DATE = "Ngày: {date}"
REPORT_SIZE = "{sections} đề mục, {sentences} câu"
LOADED = "Nạp lúc {time}"
MORE_REPORTS = "… và {count} báo cáo khác"

OPERATOR_ERROR = "Lỗi {kind} khi xử lý cập nhật {update_id}."
OPERATOR_MORE = "Từ lần báo trước còn {count} lỗi khác, xem nhật ký."

NO_TOKEN = (
    "Chưa có TELEGRAM_BOT_TOKEN nên bot chạy trong cửa sổ này. Để có token: nhắn /newbot cho @BotFather "
    "trên Telegram, rồi ghi TELEGRAM_BOT_TOKEN=… vào tệp .env."
)

CONSOLE_GREETING = "Hỏi về {reports}. Gõ /khac để xem các câu khác, /lichsu để xem câu đã hỏi, /thoat để thôi. Thử hỏi:"
CONSOLE_COMMANDS = "Có ba lệnh: /khac (các câu khác), /lichsu (câu đã hỏi), /thoat (thôi)."
CONSOLE_GOODBYE = "Chào anh/chị."
NOTHING_ASKED = "Chưa có câu hỏi nào."
NO_OTHERS = "Không còn câu nào gần với câu hỏi."
