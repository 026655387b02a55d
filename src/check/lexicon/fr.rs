//! French.

use super::Part::Start;
use super::{Address, Avoid, Lexicon, Typography};

pub(super) static FR: Lexicon = Lexicon {
    code: "fr",
    name: "French",
    function_words: "\
        le la les des vous votre vos nous notre nos avec est sont sera dans sur pas qui ce cette ces \
        pour une aux avant après parce mais où été être avoir avez avons pouvez pouvons n’avons n’est \
        jusqu’au dès leur leurs ainsi chez puis afin lorsque toujours encore et",
    shared: Some(
        "\
        a active alert an as at balance brand business but change changes charge charges client close \
        complete confirm contact correct credit data date detail do due email emails enter expire \
        expires fee file final go if important in information interruption interruptions is issue issues \
        late link location log login mail message messages mine minute minutes must no notice notices \
        notification notifications of on option options or page part period plan plans portal process \
        renew sale second sent separate service services set show situation so spam start status stop \
        store support total transaction us use user",
    ),
    negations: "\
        ne n pas non aucun aucune jamais sans ni rien personne impossible impayé impayée échoué échec \
        incapable ignorez refusé refusée difficulté difficultés",
    negation_parts: &[Start("n’")],
    numbers: "\
        zéro:0 un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 \
        douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 vingt-quatre:24 trente:30 quarante:40 \
        quarante-huit:48 cinquante:50 soixante:60 soixante-dix:70 soixante-douze:72 quatre-vingts:80 \
        quatre-vingt-dix:90 nonante:90 cent:100 premier:1 première:1 deuxième:2 seconde:2 second:2 \
        troisième:3 demi:2 demie:2 mille:1000 moitié:2 quinzaine:15",
    address: &[
        Address {
            form: "vous",
            words: "vous votre vos vôtre vôtres",
            clashes: &[("salut", "Bonjour"), ("coucou", "Bonjour")],
            is_small: false,
        },
        Address { form: "tu", words: "tu te toi ton ta tes t tien tienne", clashes: &[], is_small: false },
    ],
    avoid: &[
        Avoid { source: "on file", words: "au dossier", instead: "enregistrée" },
        Avoid { source: "on file", words: "sur fichier", instead: "enregistrée" },
        Avoid { source: "charge", words: "charger votre carte", instead: "débiter votre carte" },
        Avoid { source: "email address", words: "adresse mail", instead: "adresse e-mail" },
        Avoid { source: "email address", words: "adresse email", instead: "adresse e-mail" },
        Avoid { source: "", words: "mise en demeure", instead: "dernier rappel" },
    ],
    doubles: "nous vous très non",
    greetings: "bonjour bonsoir cher chère salut bienvenue",
    typography: Some(Typography {
        quotes: &[('«', '»')],
        quote_space: Some('\u{A0}'),
        mark_spaces: Some(('\u{A0}', '\u{202F}')),
        percent_space: Some('\u{A0}'),
        ellipsis: "…",
        is_wide: false,
    }),
    width: Some((50, 250)),
};
