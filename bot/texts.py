"""Every Vietnamese sentence the bot says. Plain text: `bot.render` escapes what is filled in.

The voice is a courteous colleague's: "tôi" to "anh/chị", short, nothing exclaimed.
"""

from __future__ import annotations

COMMANDS = (
    ("help", "Cách hỏi và câu hỏi mẫu"),
    ("tomtat", "Tóm tắt báo cáo bằng mười câu trong báo cáo"),
    ("solieu", "Số liệu chính; thêm chủ đề để lọc"),
    ("mucluc", "Mục lục, bấm vào mục để đọc"),
    ("baocao", "Thông tin báo cáo đang dùng"),
    ("xoa", "Xóa những gì còn lưu về anh/chị"),
)
GROUP_COMMANDS = (
    ("hoi", "Hỏi báo cáo: /hoi kèm câu hỏi"),
    *(command for command in COMMANDS if command[0] != "xoa"),
)
ADMIN_COMMANDS = (
    *COMMANDS,
    ("thongke", "Thống kê câu hỏi"),
    ("chuatraloi", "Câu hỏi chưa trả lời được"),
    ("viettat", "Từ viết tắt của đơn vị"),
)
DESCRIPTION = (
    "Hỏi một câu về báo cáo, nhận lại đúng câu trong báo cáo có nội dung trả lời, kèm vị trí để tra cứu.\n\n"
    "Mọi chữ trích ra đều là nguyên văn. Điều báo cáo không nêu, tôi nói rõ là không nêu."
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
    "Trong câu trả lời:\n"
    "– chữ đậm: phần trả lời\n"
    "– chữ nghiêng: câu đứng trước mà câu trích nói tiếp\n"
    "– 📍: vị trí trong báo cáo\n"
    "– khung ở cuối: các câu liền kề\n"
    "Điều báo cáo không nêu, tôi nói rõ là không nêu."
)
COMMANDS_TO_KNOW = (
    "/tomtat – tóm tắt báo cáo\n/solieu – số liệu chính, ví dụ: /solieu thuế\n/mucluc – mục lục\n"
    "/baocao – thông tin báo cáo\n/xoa – xóa những gì còn lưu về anh/chị"
)
COMMANDS_OF_ADMINS = "/thongke – thống kê\n/chuatraloi – câu hỏi chưa trả lời được\n/viettat – từ viết tắt của đơn vị"
HOW_TO_ASK_IN_GROUP = "Ở đây, anh/chị hỏi bằng {ways}."
WAYS_TO_ASK = "@{name} kèm câu hỏi, hoặc /hoi kèm câu hỏi, hoặc trả lời vào tin nhắn của tôi"
WAYS_TO_ASK_IN_PRIVACY = "/hoi@{name} kèm câu hỏi, hoặc trả lời vào tin nhắn của tôi"
EXAMPLES_BELOW = "Câu hỏi mẫu, anh/chị bấm để xem:"

GROUP_GREETING = "Kính chào cả nhóm. Tôi trả lời câu hỏi về {reports} bằng đúng câu trong báo cáo."
PRIVACY_HINT = (
    "Ở nhóm này Telegram không chuyển cho tôi tin nhắn chỉ nhắc tên. "
    "Muốn gọi bằng @{name}, xin cho tôi làm quản trị viên của nhóm."
)
GROUP_REFUSED = "Tôi chưa được phép phục vụ ở đây (mã số <code>{id}</code>) nên xin rời đi. Xin liên hệ {whom}."
PERSON_REFUSED = "Tôi chưa được phép trả lời anh/chị. Xin liên hệ {whom} và báo mã số <code>{id}</code>."
WHOM_TO_ASK = "người quản trị bot của đơn vị"
QUOTA_OF_PERSON = "Anh/chị đã hỏi nhiều trong giờ này. Xin hỏi tiếp sau {minutes} phút."
QUOTA_OF_CHAT = "Nhóm đã hỏi nhiều trong giờ này. Xin hỏi tiếp sau {minutes} phút."
WHAT_TO_ASK = "Mời anh/chị gõ kèm câu hỏi, ví dụ: /hoi tổng thu ngân sách là bao nhiêu?"

UNKNOWN_COMMAND = "Tôi không có lệnh này. Anh/chị gõ /help để xem cách hỏi."
COMMAND_IN_CAPTION = "Lệnh gửi kèm ảnh, tệp tôi không đọc được. Mời anh/chị gửi riêng lệnh này."
NO_QUESTION = "Tôi chỉ đọc được chữ. Mời anh/chị gõ câu hỏi về báo cáo, tôi sẽ trích đúng câu trả lời."
EMPTY_QUESTION = "Mời anh/chị gõ câu hỏi về báo cáo, ví dụ: Tổng thu ngân sách là bao nhiêu?"
UNREADABLE_QUESTION = "Câu hỏi có ký tự tôi không đọc được. Mời anh/chị gõ lại."
STALE_BUTTON = "Nút này đã cũ. Mời anh/chị hỏi lại."
NOT_SERVED = "Tôi chưa được phép trả lời anh/chị (mã số {id}). Xin liên hệ người quản trị bot của đơn vị."
OTHER_REPORT = "Báo cáo đã thay đổi từ lúc đó. Mời anh/chị hỏi lại."
TRY_AGAIN = "Tôi chưa đọc lại được câu hỏi này. Anh/chị bấm lại sau ít phút."
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
NOT_OUTCOME = "Lưu ý: câu trích dưới đây nêu kế hoạch hoặc một thời điểm khác, chưa phải kết quả của kỳ báo cáo."
PERHAPS = "Có thể là:"
OR_ELSE = "Hoặc:"
UNDERSTOOD = "Hiểu là: {question}"
NEAREST = "Gần nhất trong báo cáo:"

NUMBERED = "{number}. {text}"
SAME_SENTENCE = "(cùng câu trích với câu {number})"
ONLY_SO_MANY = "Tôi trả lời {count} câu đầu. Các câu còn lại mời anh/chị gửi thêm tin nữa."

CONTEXT = "Ngữ cảnh"
OTHERS = "Kết quả khác"
UP = "👍"
DOWN = "👎"
COPY = "Chép"
BACK = "Về câu trả lời"
BACKWARD = "◀"
FORWARD = "▶"
PAGE_BEFORE = "◀ Trang trước"
PAGE_AFTER = "Trang sau ▶"
NEXT_SECTION = "Mục sau"
ALL_ANSWERS = "Tất cả câu trả lời"
QUESTION_BUTTON = "Câu {number}"
OUTLINE_BUTTON = "Mục lục"
OTHER_RESULT = "Kết quả {number}/{count}:"
PASSAGE = "phần {number}/{count}"
REASONS = ("Sai câu", "Sai số", "Không có trong báo cáo", "Lý do khác")
REASONS_OF_REFUSAL = ("Có trong báo cáo", "Lý do khác")
THANKS_UP = "Cảm ơn anh/chị."
WHAT_WAS_WRONG = "Anh/chị cho biết sai ở đâu."
THANKS_DOWN = "Cảm ơn anh/chị, tôi đã ghi lại."

SUMMARY = "Tóm tắt báo cáo"
SUMMARY_OF = "Tóm tắt: {title}"
NO_SUMMARY = "Báo cáo không có câu nào để tóm tắt."
FIGURES = "Số liệu chính"
FIGURES_ABOUT = "Số liệu về {topic}"
NO_FIGURES = "Báo cáo không nêu số liệu nào."
NO_FIGURES_ABOUT = "Báo cáo không nêu số liệu về “{topic}”."
OUTLINE = "Mục lục. Anh/chị bấm vào mục để đọc:"
OUTLINE_OF = "Mục lục – {report}\nAnh/chị bấm vào mục để đọc:"
NO_OUTLINE = "Báo cáo không chia đề mục."
OPENING = "Phần mở đầu"
EMPTY_SECTION = "Dưới đề mục này không có nội dung."

INLINE_EMPTY = "Gõ câu hỏi về báo cáo"
INLINE_NONE = "Chưa tìm thấy. Bấm để hỏi riêng"
INLINE_REFUSED = "Anh/chị chưa được cấp quyền. Bấm để xem cách đề nghị"

FORGOTTEN = "Đã xóa {count} câu hỏi, cùng đánh giá và lịch sử trả lời của anh/chị."
NOTHING_TO_FORGET = "Không còn lưu câu hỏi nào của anh/chị."
FORGETTING = "Cơ sở dữ liệu đang bận nên tôi chưa xóa được. Anh/chị gõ lại /xoa sau ít phút."
ONLY_ADMINS = "Lệnh này dành cho người quản trị bot."
ADMINS_IN_PRIVATE = "Lệnh này chỉ dùng trong tin nhắn riêng với tôi."
HOW_MANY_DAYS = "Anh/chị gõ số ngày từ 1 đến {most}, ví dụ: {command} 30."
DATABASE_BUSY = "Cơ sở dữ liệu đang bận. Anh/chị thử lại sau ít phút."

STATISTICS = "Thống kê {days} ngày ({first} – {last})"
NOTHING_ASKED_FOR_DAYS = "Không có câu hỏi nào trong {days} ngày qua."
QUESTIONS_ASKED = "{count} câu hỏi, trung bình {mean} câu mỗi ngày"
OUTCOMES = ("Trả lời được", "Chưa chắc", "Chưa trả lời được")
OUTCOME = "{outcome}: {count} ({share}%)"
WHERE_ASKED = "Nơi hỏi: {places}"
# For each of bot.storage.Place; "guest": in a chat that the bot is no member of.
PLACES = {"private": "nhắn riêng", "group": "trong nhóm", "guest": "gọi từ nơi khác"}
VOTES = "Đánh giá: 👍 {up}, 👎 {down}"
VOTES_AGAINST = "Không hài lòng vì: {reasons}"
SPEED = "Thời gian trả lời: một nửa trong {p50} ms, 95% trong {p95} ms"
BUSIEST_HOURS = "Giờ hỏi nhiều nhất: {hours}"
HOUR = "{hour} giờ ({count} câu)"
CHART_DAYS = "Câu hỏi mỗi ngày"
CHART_HOURS = "Câu hỏi theo giờ"
CHART_HOUR = "{hour}h"

UNANSWERED = "Chưa trả lời được trong {days} ngày qua: {count} câu, {groups} nhóm"
UNANSWERED_GROUP = "{number}. {way}\n{count} lần, gần nhất ngày {last}"
NO_UNANSWERED = "Trong {days} ngày qua không có câu hỏi nào chưa trả lời được."
QUESTIONS_NOT_KEPT = "Tôi được đặt không lưu câu hỏi (KEEP_QUESTIONS=0) nên không có danh sách này."
CSV_BUTTON = "Tải bảng CSV"
CSV_NAME = "chua-tra-loi-{last}.csv"
CSV_COLUMNS = ("Nhóm", "Số lần", "Lần cuối", "Lý do", "Các cách hỏi")
# Why a question was not answered, for each of index.records.Why.
WHYS = {
    "empty-question": "không có nội dung hỏi",
    "not-in-report": "báo cáo không nêu",
    "year-not-in-report": "không nêu năm này",
    "period-not-in-report": "không nêu kỳ này",
    "unit-not-in-report": "không nêu theo đơn vị này",
    "figure-not-in-report": "không nêu số liệu",
    "date-not-in-report": "không nêu thời gian",
    "name-not-in-report": "không nêu tên này",
    "subject-not-in-report": "không nêu đối tượng này",
    "office-not-in-report": "không nêu chức vụ",
    "other-side-not-in-report": "không nêu vế này của thu, chi",
}

ABBREVIATIONS = "Từ viết tắt của đơn vị: {count}"
NO_ABBREVIATIONS = "Đơn vị chưa thêm từ viết tắt nào."
ABBREVIATION = "{short} = {words}"
HOW_TO_ABBREVIATE = "Thêm hoặc sửa: /viettat NSNN = ngân sách nhà nước\nBỏ: /viettat xóa NSNN"
ABBREVIATION_PUT = "Đã có hiệu lực: {short} = {words}"
ABBREVIATION_REPLACES = "{short} vốn là “{words}”. Muốn dùng lại nghĩa đó: /viettat xóa {short}"
ABBREVIATION_BACK = "Từ nay {short} lại là “{words}”."
ABBREVIATION_IN_CAPITALS = "Chỉ tính khi viết hoa, vì viết thường trùng với một tiếng khác."
ABBREVIATION_REMOVED = "Đã bỏ {short} khỏi danh sách của đơn vị."
NO_SUCH_ABBREVIATION = "Danh sách của đơn vị không có {short}."
ABBREVIATIONS_UNCHANGED = "Cơ sở dữ liệu đang bận nên tôi chưa đổi gì. Anh/chị thử lại sau ít phút."
ABBREVIATION_LATER = "Cơ sở dữ liệu đang bận. Thay đổi sẽ có hiệu lực ngay khi kết nối lại được."
WRONG_SHORT = "Từ viết tắt gồm 2 đến {most} chữ cái hoặc chữ số, viết liền, ví dụ NSNN, KT-XH, LĐ-TB&XH."
WRONG_WORDS = "Sau dấu = là cụm từ đầy đủ, không quá {most} ký tự, ví dụ: /viettat NSNN = ngân sách nhà nước"
UNCLEAR_ABBREVIATION = "Tôi chưa rõ anh/chị muốn thêm hay bỏ từ nào."

BEFORE_IT = "Câu trước: {}"
PLACE = "đoạn {paragraph}, câu {sentence}"
PLACE_OF_ROW = "đoạn {paragraph} (bảng), dòng {sentence}"
PLACE_OF_HEADING = "đề mục"
PLACE_OF_LETTERHEAD = "phần đầu văn bản"
PLACE_OF_SIGNATURE = "phần cuối văn bản"
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

# One line for each kind of config/smalltalk.toml, and for emoji alone.
SMALL_TALK = {
    "insult": "Tôi xin ghi nhận. Câu trả lời nào chưa được, anh/chị hỏi lại cách khác, tôi tìm lại.",
    "who": "Tôi là chương trình hỏi đáp về báo cáo: anh/chị hỏi, tôi trích đúng câu trả lời kèm vị trí.",
    "summary": "Anh/chị gõ /tomtat để đọc tóm tắt, /solieu để xem số liệu chính, /mucluc để xem mục lục.",
    "able": "Tôi tìm trong báo cáo câu trả lời cho anh/chị và trích nguyên văn. Anh/chị cứ gõ câu hỏi, hoặc gõ /help.",
    "wellbeing": "Cảm ơn anh/chị, tôi vẫn làm việc đều. Anh/chị cần tra gì trong báo cáo?",
    "affection": "Cảm ơn anh/chị đã quý mến. Tôi thì chỉ quen việc tra báo cáo.",
    "joke": "Chuyện vui tôi không rành. Cần tra báo cáo, anh/chị cứ hỏi.",
    "elsewhere": "Việc này không có trong báo cáo nên tôi không nắm được.",
    "weather": "Mưa nắng tôi không nắm được, tôi chỉ biết những gì báo cáo ghi.",
    "thanks": "Không có gì ạ. Cần tra thêm, anh/chị cứ hỏi.",
    "apology": "Không sao đâu ạ. Anh/chị cứ hỏi tiếp.",
    "complaint": "Xin lỗi anh/chị. Anh/chị hỏi lại cách khác, tôi tìm lại.",
    "doubt": "Tôi trích nguyên văn báo cáo. Anh/chị xem cả đoạn có câu đó để đối chiếu.",
    "passage": "Anh/chị bấm «Ngữ cảnh» dưới câu trả lời để đọc cả đoạn trong báo cáo; dòng 📍 ghi vị trí.",
    "more": "Anh/chị cần biết thêm điều gì, xin ghi rõ giúp, ví dụ: so với cùng kỳ thế nào.",
    "praise": "Cảm ơn anh/chị. Giúp được việc là tôi vui.",
    "goodbye": "Chào anh/chị. Khi cần tra báo cáo, anh/chị nhắn tôi.",
    "laughter": "Anh/chị vui là tôi mừng. Cần tra gì, anh/chị cứ hỏi.",
    "greeting": "Chào anh/chị. Anh/chị muốn hỏi gì về báo cáo?",
    "test": "Tôi đây. Anh/chị cứ gõ câu hỏi về báo cáo.",
    "ok": "Vâng. Cần tra thêm, anh/chị cứ hỏi.",
    "emoji": "Tôi nhận được rồi. Cần tra gì trong báo cáo, anh/chị gõ giúp bằng chữ.",
}
