//! Swedish.

use super::Part::Start;
use super::{Address, Avoid, EUROPEAN, Lexicon, Typography};

pub(super) static SV: Lexicon = Lexicon {
    code: "sv",
    name: "Swedish",
    function_words: "\
        och att är inte för från ditt dina ett på eller när så också har hade kommer före efter här \
        där vad hur varför vilken vilket någon något inga ingen inget kunde måste behöver eftersom utan \
        över du som av till",
    shared: Some(
        "\
        alert all an at bank be brand business by contact data date debit do email final fee full go had \
        has her him in information is it later link log login mail my not on option or order part period \
        person plan portal problem process same sent service set show situation so spam start status \
        stop store support team text to total transfer under visit",
    ),
    negations: "\
        inte ej icke ingen inget inga ingenting aldrig utan varken omöjligt misslyckades misslyckats \
        nekades nekats nej saknas bortse knappast obetald obetalt obetalda",
    negation_parts: &[Start("icke")],
    numbers: "\
        noll:0 en:1 ett:1 två:2 tre:3 fyra:4 fem:5 sex:6 sju:7 åtta:8 nio:9 tio:10 elva:11 tolv:12 \
        tretton:13 fjorton:14 femton:15 tjugo:20 tjugofyra:24 trettio:30 fyrtio:40 fyrtioåtta:48 \
        femtio:50 sextio:60 sjuttio:70 sjuttiotvå:72 åttio:80 nittio:90 hundra:100 första:1 andra:2 \
        tredje:3 halv:2 halva:2 tusen:1000",
    address: &[
        Address { form: "du", words: "du dig din ditt dina", clashes: &[], is_small: true },
        Address { form: "ni", words: "ni er ert era eder", clashes: &[], is_small: false },
    ],
    avoid: &[
        Avoid { source: "on file", words: "på filen", instead: "registrerade" },
        Avoid { source: "subscription", words: "abonnemang", instead: "prenumeration" },
        Avoid { source: "subscription", words: "abonnemanget", instead: "prenumerationen" },
        Avoid { source: "charge", words: "ladda", instead: "debitera" },
        Avoid { source: "email address", words: "mailadress", instead: "e-postadress" },
        Avoid { source: "balance", words: "belastningsutjämning", instead: "förfallet belopp" },
        Avoid { source: "invoice", words: "faktura läge", instead: "mot faktura" },
        Avoid { source: "", words: "inkasso", instead: "" },
        Avoid { source: "", words: "betalningsanmärkning", instead: "" },
    ],
    doubles: "det den de som att har nej är i på av",
    greetings: "hej hallå tjena kära bästa välkommen",
    typography: Some(Typography {
        quotes: &[('”', '”'), ('’', '’'), ('»', '»')],
        percent_space: Some('\u{A0}'),
        ..EUROPEAN
    }),
    width: Some((45, 220)),
};
