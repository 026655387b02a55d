//! Chinese in traditional characters, as in Taiwan. Its words are parts of a text without spaces.

use super::Part::Within;
use super::{Address, Avoid, Lexicon, Typography, UNKNOWN};

pub(super) static ZH_TW: Lexicon = Lexicon {
    code: "zh",
    name: "Chinese",
    shared: Some("email login spam portal app"),
    negation_parts: &[
        Within("不"),
        Within("沒"),
        Within("無"),
        Within("未"),
        Within("非"),
        Within("勿"),
        Within("別"),
        Within("否"),
        Within("免"),
        Within("莫"),
        Within("拒"),
        Within("失敗"),
        Within("忽略"),
        Within("難"),
    ],
    numbers: "\
        零:0 一:1 二:2 兩:2 三:3 四:4 五:5 六:6 七:7 八:8 九:9 十:10 十五:15 二十:20 二十四:24 三十:30 四十八:48 六十:60 七十二:72 \
        九十:90 百:100 千:1000 半:2 首:1",
    address: &[
        Address { form: "您", words: "您", clashes: &[], is_small: false },
        Address { form: "你", words: "你 妳", clashes: &[], is_small: false },
    ],
    avoid: &[
        Avoid { source: "account", words: "賬戶", instead: "帳戶" },
        Avoid { source: "bill", words: "賬單", instead: "帳單" },
        Avoid { source: "balance", words: "平衡", instead: "餘額" },
        Avoid { source: "card", words: "介面卡", instead: "信用卡" },
        Avoid { source: "on file", words: "檔案上", instead: "登記的" },
        Avoid { source: "charge", words: "充電", instead: "扣款" },
        Avoid { source: "invoice", words: "發票模式", instead: "以發票付款" },
        Avoid { source: "email", words: "郵箱", instead: "電子郵件" },
        Avoid { source: "information", words: "信息", instead: "資訊" },
        Avoid { source: "link", words: "鏈接", instead: "連結" },
        Avoid { source: "log in", words: "登錄", instead: "登入" },
        Avoid { source: "sign in", words: "登錄", instead: "登入" },
        Avoid { source: "default", words: "默認", instead: "預設" },
        Avoid { source: "activate", words: "激活", instead: "啟用" },
        Avoid { source: "", words: "存證信函", instead: "" },
        Avoid { source: "", words: "催收", instead: "" },
    ],
    greetings: "您好 你好 親愛 歡迎 哈囉 嗨 敬啟",
    typography: Some(Typography {
        quotes: &[('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉')],
        quote_space: None,
        mark_spaces: None,
        percent_space: None,
        ellipsis: "……",
        is_wide: true,
    }),
    width: Some((38, 200)),
    ..UNKNOWN
};
