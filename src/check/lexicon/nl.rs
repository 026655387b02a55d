//! Dutch.

use super::Part::Start;
use super::{Address, Avoid, EUROPEAN, Lexicon, Typography};

pub(super) static NL: Lexicon = Lexicon {
    code: "nl",
    name: "Dutch",
    function_words: "\
        het een niet uw jouw jullie wij zij zijn wordt worden werd naar ook deze dit hebt heeft hebben \
        geen voor vóór kunt kunnen konden wilt moet moeten maar omdat zodat doordat wanneer hoe waarom \
        welke onze ons bij tegen sinds hierin daarmee daarvan neem zodra nog meer wel u",
    shared: Some(
        "\
        account accounts administrator alert all an as at bank brand business button call check contact \
        correct credit data date debit details do email emails error fee file final footer free full go \
        had help her in is issue issues later link log login lost mail may minute most must of offer on \
        open order orders part past plan portal process product refund reminder resource resources \
        review service services set show so spam start status stop store support switch team transfer \
        update updates user want was we website week",
    ),
    negations: "\
        niet geen nooit niets niemand nergens zonder noch niks mislukt mislukte onmogelijk geweigerd nee \
        evenmin onbekend onbereikbaar overbodig ontbreekt ontbreken",
    negation_parts: &[Start("niet")],
    numbers: "\
        nul:0 een:1 één:1 eén:1 twee:2 drie:3 vier:4 vijf:5 zes:6 zeven:7 acht:8 negen:9 tien:10 elf:11 \
        twaalf:12 dertien:13 veertien:14 vijftien:15 twintig:20 vierentwintig:24 dertig:30 veertig:40 \
        achtenveertig:48 vijftig:50 zestig:60 zeventig:70 tweeënzeventig:72 tachtig:80 negentig:90 \
        honderd:100 eerste:1 tweede:2 derde:3 eenmaal:1 eens:1 tweemaal:2 half:2 halve:2 duizend:1000",
    address: &[
        Address {
            form: "u",
            words: "u uw uzelf",
            clashes: &[
                ("hallo", "Beste"),
                ("hoi", "Beste"),
                ("hey", "Beste"),
                ("doei", "Met vriendelijke groet"),
            ],
            is_small: true,
        },
        Address { form: "je", words: "je jij jou jouw jezelf jullie", clashes: &[], is_small: true },
    ],
    avoid: &[
        Avoid { source: "on file", words: "op bestand", instead: "geregistreerd" },
        Avoid { source: "email address", words: "emailadres", instead: "e-mailadres" },
        Avoid { source: "credit card", words: "credit card", instead: "creditcard" },
        Avoid { source: "card", words: "creditkaart", instead: "creditcard" },
        Avoid { source: "charge", words: "opladen", instead: "afschrijven" },
        Avoid { source: "charge", words: "laden", instead: "afschrijven" },
        Avoid { source: "past due balance", words: "vervallen verdelen", instead: "achterstallig bedrag" },
        Avoid { source: "past-due balance", words: "vervallen verdelen", instead: "achterstallig bedrag" },
        Avoid { source: "invoice", words: "factuurmodus", instead: "op factuur" },
        Avoid { source: "", words: "ingebrekestelling", instead: "" },
        Avoid { source: "", words: "aanmaning", instead: "herinnering" },
        Avoid { source: "", words: "incassobureau", instead: "" },
    ],
    doubles: "dat die had er u het is zich heel de we nee",
    greetings: "hallo beste geachte hoi dag welkom goedendag",
    typography: Some(Typography { quotes: &[('“', '”'), ('‘', '’'), ('„', '”')], ..EUROPEAN }),
    width: Some((50, 220)),
};
