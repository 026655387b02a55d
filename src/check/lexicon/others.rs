//! Languages of which little is known here: enough to tell them from others.

use super::{EUROPEAN, Lexicon, Typography, UNKNOWN};

pub(super) static DE: Lexicon = Lexicon {
    code: "de",
    name: "German",
    function_words: "\
        und der das ist nicht sie ihr ihre ihren ihrem ihrer wir mit für auf werden wird wurde ein eine \
        einen einer zu zum zur den dem bei bitte oder wenn können konnten haben noch auch nach aus sich \
        unser",
    typography: Some(Typography { quotes: &[('„', '“'), ('‚', '‘'), ('»', '«')], ..EUROPEAN }),
    ..UNKNOWN
};

pub(super) static ES: Lexicon = Lexicon {
    code: "es",
    name: "Spanish",
    function_words: "\
        el los las del y su sus que por para con una está ha hemos puede pago cuenta más pero esta este \
        nuestro usted sido no",
    ..UNKNOWN
};

pub(super) static IT: Lexicon = Lexicon {
    code: "it",
    name: "Italian",
    function_words: "\
        il lo gli di della delle che è sono stato stata tuo tua suo questo questa perché abbiamo può nel \
        nella dal anche più dei",
    ..UNKNOWN
};

/// Danish, and Norwegian as far as this tells.
pub(super) static DA: Lexicon = Lexicon {
    code: "da",
    name: "Danish",
    function_words: "og ikke af dine fra blev bliver hvis hvordan vores",
    ..UNKNOWN
};
