"""Text that no report should hold and some do."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = (
    *"Thu ngân sách đạt 10.530,819 tỷ đồng|bằng 105,1%|đề raTại|phát sinh.Hệ thống|tổ chức...|…|v.v.".split("|"),
    *"TP. HCM|31/12/2020|1.|a)|II.3.|-|+|•|I. KINH TẾ|PHẦN THỨ HAI|Bảng 1. Số|a@b.vn|https://a.b/c.d".split("|"),
    *("(", ")", "[", "]", "“", "”", '"', "«", "»", "|", "| ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b"),
    *(
        "\x85",
        " ",
        "\u00a0",
        "\u200b",
        "\u3000",
        "\ufeff",
        "\u0301",
        "\u0323\u0302",
        "e\u0302\u0323",
        "\u202e",
        "\u2066",
    ),
    *("😀", "👨\u200d👩\u200d👧", "🇻🇳", "مرحبا", "中文。", "ǅ", "ß", "²", "Ⅻ", "ﬁ", "Đ", "aB", "A.B.", "1,2.3", "%"),
    *("?", "!", ".", "...", "،", "¿", "\x00", "\x07", "\x1b[31m", "\x7f", "\ufffd"),
    *("# ", "## ", "> ", "* ", "---", "| --- | --- |", "**", "_", "`", "<b>", "</b>", "&amp;", "</script>"),
)
LINES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=24).map("".join)
# What a file's reader hands on: no lone surrogates, which no encoding holds.
TEXTS = LINES.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))

QUESTIONS = {
    "one letter": "a" * 4_096,
    "one accented letter": "ế" * 4_096,
    "a thousand numbers": " ".join(map(str, range(1_000))),
    "one endless number": "9" * 4_096,
    "a thousand years": "2017 " * 800,
    "five hundred dates": "1/1/2020 " * 450,
    "only emoji": "😀👨\u200d👩\u200d👧🇻🇳" * 300,
    "only punctuation": "?!.,;:-…" * 512,
    "only brackets": "(" * 4_096,
    "only quotes": '"' * 4_096,
    "HTML": "<b>thu</b> &amp; <a href='x'>ngân sách</a> <script>alert(1)</script>" * 60,
    "Markdown": "**thu** _ngân_ `sách` [đạt](http://a.b) # > | - " * 85,
    "right to left": "مرحبا \u202engân sách\u202c " * 180,
    "combining marks": "a" + "\u0301" * 4_095,
    "zero bytes": "thu\x00ngân\x00" * 400,
    "control characters": "\x07\x1b[31m\x7f" * 600,
    "invisible characters": "\u200b\u2066\ufeff" * 1_300,
    "capitalised words": "Abc Đe " * 580,
    "unknown words": " ".join(f"xq{chr(97 + i % 26)}z{chr(97 + i // 26)}" for i in range(676)),
    "words of asking": "bao nhiêu ai khi nào ở đâu vì sao " * 110,
    "a megabyte without a space": "a" * 1_000_000,
    "a megabyte of points": "." * 1_000_000,
}
