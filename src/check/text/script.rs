//! Letters of another script than the word's.

use encoding_rs::BIG5;

use crate::check::lexicon::is_traditional;
use crate::check::prose::{Kind, Prose, is_han};
use crate::check::rule::{Findings, rule};
use crate::check::sheet::LeafPair;

use super::visible::prose;

rule! {
    /// ## What it does
    /// Finds simplified Chinese characters where traditional ones are written (those that Big5 does not have), and
    /// Cyrillic or Greek letters within a Latin word, or Latin ones within a Cyrillic or Greek word.
    ///
    /// ## Why is this bad
    /// Simplified characters look foreign in Taiwan. A letter that only looks right is not found by searching, and is
    /// what forgers use.
    ///
    /// ## Example
    /// ```ftl
    /// bill = 您的账单
    /// ```
    ///
    /// ## Use instead
    /// ```ftl
    /// bill = 您的帳單
    /// ```
    pub(super) WRONG_SCRIPT = "wrong-script", Error, Text, Leaf(wrong_script);
}

fn wrong_script(pair: &LeafPair, findings: &mut Findings) {
    if pair.leaf.flat().text.is_ascii() {
        return;
    }
    let prose = prose(pair.leaf);
    // Letters that were lost are told as such.
    if is_traditional(pair.pair.edition.tag) && !pair.leaf.flat().text.contains("锟斤拷") {
        simplified(pair, prose, findings);
    }
    mixed(pair, prose, findings);
}

/// Reports simplified characters, those side by side together.
fn simplified(pair: &LeafPair, prose: &Prose, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    let is_wrong = |at: usize| {
        let seen = prose.seen.get(at).filter(|seen| seen.kind == Kind::Text);
        seen.is_some_and(|seen| {
            is_han(seen.char) && (!is_in_big5(seen.char) || lookup(RARE, seen.char).is_some())
        })
    };
    let mut at = 0;
    while at < prose.seen.len() {
        let n = (at..prose.seen.len()).take_while(|at| is_wrong(*at)).count();
        if n == 0 {
            at += 1;
            continue;
        }
        let wrong = &prose.seen[at..at + n];
        at += n;
        let span = flat.span(wrong[0].start, wrong[n - 1].end);
        let written: String = wrong.iter().map(|seen| seen.char).collect();
        let noun = if n == 1 { "is a simplified character" } else { "are simplified characters" };
        let found = findings.report(pair.at(span), format!("`{written}` {noun}, or of another region"));
        let instead: Option<String> = written.chars().map(traditional).collect();
        match instead {
            Some(instead) => {
                found.help(format!("write `{instead}`")).edit(span, instead);
            }
            None => {
                found.help("write the traditional character");
            }
        }
    }
}

fn is_in_big5(char: char) -> bool {
    let mut buffer = [0; 4];
    let (_, _, is_lossy) = BIG5.encode(char.encode_utf8(&mut buffer));
    !is_lossy
}

/// The traditional character for a simplified one, if there is but one.
fn traditional(char: char) -> Option<char> {
    lookup(PAIRS, char).or_else(|| lookup(RARE, char))
}

/// The second character of the pair that begins with `char`.
fn lookup(pairs: &str, char: char) -> Option<char> {
    // Most characters are in no pair at all, which is seen faster.
    if !pairs.contains(char) {
        return None;
    }
    let mut pairs = pairs.split(' ').map(str::chars);
    pairs.find_map(|mut pair| (pair.next() == Some(char)).then(|| pair.next()).flatten())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
}

impl Script {
    fn of(char: char) -> Option<Script> {
        match char {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'
                if char.is_alphabetic() =>
            {
                Some(Script::Latin)
            }
            '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' if char.is_alphabetic() => Some(Script::Greek),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Script::Latin => "Latin",
            Script::Cyrillic => "Cyrillic",
            Script::Greek => "Greek",
        }
    }
}

/// Reports letters of another script than most of their word.
fn mixed(pair: &LeafPair, prose: &Prose, findings: &mut Findings) {
    let flat = pair.leaf.flat();
    // What Latin letters are mixed with.
    if !prose.seen.iter().any(|seen| matches!(Script::of(seen.char), Some(Script::Cyrillic | Script::Greek)))
    {
        return;
    }
    for word in prose.words() {
        // The parts of a compound may be of two scripts: `β-test`.
        let mut at = word.from;
        for part in word.text.split(['-', '\u{2011}']) {
            let n_chars = part.chars().count();
            let letters = &prose.seen[at..at + n_chars];
            at += n_chars + 1;
            let count = |script| letters.iter().filter(|seen| Script::of(seen.char) == Some(script)).count();
            let counts =
                [Script::Latin, Script::Cyrillic, Script::Greek].map(|script| (count(script), script));
            let Some((_, main)) = counts.into_iter().rev().max_by_key(|(n, _)| *n) else { continue };
            // `kΩ` and `μm` are units.
            if counts.iter().filter(|(n, _)| *n > 0).count() < 2 || n_chars <= 3 && counts[2].0 > 0 {
                continue;
            }
            for seen in letters {
                let Some(script) = Script::of(seen.char).filter(|script| *script != main) else { continue };
                let span = flat.span(seen.start, seen.end);
                let found = findings.report(
                    pair.at(span),
                    format!("`{}` in `{part}` is a {} letter", seen.char, script.name()),
                );
                match lookup(LOOKALIKES, seen.char).filter(|_| main == Script::Latin) {
                    Some(latin) => {
                        found.help(format!("write the Latin `{latin}`")).edit(span, latin.to_string());
                    }
                    None => {
                        found.help(format!("write the {} letter", main.name()));
                    }
                }
            }
        }
    }
}

/// Cyrillic and Greek letters, each with the Latin one that looks the same.
const LOOKALIKES: &str = "аa еe оo рp сc уy хx іi ѕs јj ԁd һh АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ \
    οo νv αa ιi ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX";

/// Simplified characters that Big5 has, but that nobody writes in traditional Chinese, each with what is written.
const RARE: &str = "网網 价價 优優 体體 机機 极極 构構 异異 确確 离離 适適 怀懷 惊驚 扰擾 与與 种種";

/// Simplified characters that bills and mails have, each with the traditional one; only where there is no choice.
const PAIRS: &str = "\
    账帳 户戶 单單 邮郵 电電 额額 费費 务務 订訂 阅閱 员員 团團 队隊 请請 资資 讯訊 终終 断斷 无無 为為 们們 这這 过過 还還 时時 间間 问問 题題 联聯 络絡 协協 帐帳 \
    处處 续續 数數 删刪 启啟 动動 购購 买買 卖賣 银銀 结結 应應 该該 贵貴 连連 设設 变變 认認 证證 对對 错錯 误誤 关關 开開 闭閉 总總 经經 营營 产產 业業 从從 来來 \
    将將 个個 给給 说說 话話 现現 实實 检檢 称稱 级級 组組 织織 页頁 链鏈 码碼 录錄 权權 护護 两兩 书書 东東 丝絲 严嚴 义義 习習 乡鄉 亿億 仅僅 会會 传傳 侧側 偿償 \
    储儲 内內 决決 况況 净淨 减減 击擊 则則 刚剛 创創 别別 办辦 劳勞 华華 卫衛 压壓 参參 双雙 号號 响響 图圖 场場 块塊 声聲 备備 够夠 头頭 奖獎 学學 宝寶 审審 导導 \
    层層 属屬 岁歲 带帶 帮幫 库庫 归歸 径徑 态態 忆憶 忧憂 惯慣 戏戲 执執 扩擴 扫掃 抢搶 报報 担擔 择擇 损損 换換 摄攝 敌敵 旧舊 显顯 暂暫 术術 条條 标標 树樹 样樣 \
    档檔 欢歡 残殘 毕畢 没沒 测測 济濟 浏瀏 点點 热熱 爱愛 状狀 独獨 环環 画畫 监監 盖蓋 盘盤 积積 稳穩 笔筆 简簡 类類 红紅 约約 纪紀 纸紙 细細 练練 绝絕 统統 继繼 \
    绩績 绿綠 编編 缴繳 罚罰 职職 节節 虑慮 虽雖 补補 规規 视視 览覽 觉覺 计計 讨討 让讓 训訓 议議 记記 许許 论論 访訪 词詞 译譯 试試 诉訴 询詢 语語 调調 谁誰 谢謝 \
    负負 责責 败敗 货貨 质質 贴貼 贷貸 贸貿 贺賀 赎贖 赔賠 车車 转轉 轮輪 软軟 轻輕 较較 辑輯 输輸 达達 运運 进進 远遠 违違 迟遲 选選 逻邏 遗遺 释釋 针針 钱錢 铁鐵 \
    键鍵 长長 门門 阶階 阳陽 际際 陆陸 险險 随隨 难難 预預 领領 频頻 颜顏 风風 飞飛 饭飯 马馬 验驗 龙龍";
