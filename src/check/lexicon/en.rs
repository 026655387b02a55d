//! English.

use super::Part::End;
use super::{Address, EUROPEAN, Lexicon, Typography, UNKNOWN};

pub(super) static EN: Lexicon = Lexicon {
    code: "en",
    name: "English",
    function_words: "\
        the and you your yours this these those with from which whose what when where why how have been \
        being were should would could cannot because before after until unless while there its they them \
        their our ours please don’t doesn’t didn’t can’t couldn’t won’t isn’t aren’t haven’t hasn’t \
        you’re you’ve you’ll we’ll we’re we’ve it’s into about through",
    shared: Some(""),
    negations: "not no never none nothing nobody without cannot unable neither nor",
    negation_parts: &[End("n’t")],
    numbers: "\
        zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 \
        thirteen:13 fourteen:14 fifteen:15 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 \
        eighty:80 ninety:90 hundred:100 first:1 second:2 third:3 once:1 twice:2 single:1 half:2 \
        thousand:1000",
    address: &[Address { form: "you", words: "", clashes: &[], is_small: false }],
    doubles: "that had is you do very bye so no in on",
    greetings: "hello hi hey dear welcome greetings",
    typography: Some(Typography { quotes: &[('“', '”'), ('‘', '’')], ..EUROPEAN }),
    ..UNKNOWN
};

/// The months in order.
pub(super) const MONTHS: &str =
    "january february march april may june july august september october november december";

/// Common words besides, those of bills and mails above all.
pub(in crate::check) const COMMON: &str = "\
        a about above account accounts active add added address administrator again alert all already \
        also always am amount amounts an another any apply are as ask at attempt attempts available \
        balance balances bank be become below between bill billing bills both bottom brand business but \
        button buy by call can cancel canceled cancellation cancelled card cards change changed changes \
        charge charged charges check choose click close closed come company complete confirm contact \
        correct credit customer data date day days dear debit declined delete deleted deletion detail \
        details did disabled do does done due each email emails end ended ending ends enter error every \
        expire expired expires expiry failed failure fee fees few file final find first follow following \
        footer for forget free full get getting go had happen happens has heading hello help her here \
        him his hour hours if ignore immediately important in information interrupted interruption \
        interruptions invoice invoices is issue issues it keep know last late later learn least leave \
        left less link list listed location log login longer look lost mail make manage many may message \
        messages method might minute minutes missed money month monthly months more most much must my \
        name need needed never new next no not notice notices notification notifications now number of \
        offer old on once only open option options or order orders other outstanding overdue owe owed \
        own page paid part password past pay paying payment payments pending period person phone plan \
        plans portal prevent previous price problem problems process processed processes processing \
        product profile provide purchase quickly reach reactivate read reason receive received recently \
        recommend refund refused regularly reminder remove removed renew renewal reply request required \
        resolve resolved resource resources restore result retry return review right roles same save \
        second secure security see select send sent separate service services set settings she show sign \
        since situation so some soon spam start started status step steps still stop stopped store \
        subject subscription subscriptions such support sure switch team tell terminated text than thank \
        thanks that then time times to today together too total transaction transfer tried try trying \
        under unpaid update updated updates us use used user users using valid value very view visit \
        wait want warning was way we website week weekly weeks welcome who will without work works write \
        wrong year yearly years yes yet";
