//! What a rule is, and how it reports.

use super::corpus::{Corpus, Edition, Located};
use super::sheet::{LeafPair, Pair, Sheet};
use crate::diagnostic::{Diagnostic, Place, Severity, Span};

/// What a translator can get wrong, and how it is found.
#[derive(Debug)]
pub struct Rule {
    /// The id: words with hyphens, public and stable.
    pub id: &'static str,
    /// How bad a finding is, unless the rule says otherwise of one.
    pub severity: Severity,
    /// Which rules it stands with.
    pub group: Group,
    /// What it does, why that is bad, an example, and what to use instead, in Markdown.
    pub doc: &'static str,
    pub(super) check: Check,
}

/// Rules that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What the parser cannot read.
    Syntax,
    /// What is there that should not be, and the other way round.
    Structure,
    /// Variables, references, functions, variants.
    Variable,
    /// Plural forms.
    Plural,
    /// Markup and links.
    Markup,
    /// The words themselves.
    Text,
    /// What a subject, a preheader, a button must be.
    Mail,
    /// Comments, templates, and translations that have gone stale.
    Context,
    /// Remarks on the checks themselves.
    Suppression,
}

impl Group {
    /// The heading of the group.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Group::Syntax => "Syntax",
            Group::Structure => "Structure",
            Group::Variable => "Variables and references",
            Group::Plural => "Plurals",
            Group::Markup => "Markup and links",
            Group::Text => "Text",
            Group::Mail => "Mail roles",
            Group::Context => "Context and templates",
            Group::Suppression => "Suppression",
        }
    }
}

/// How a rule looks, from the widest view to the narrowest.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// At everything at once.
    Corpus(fn(&Corpus, &mut Findings)),
    /// At one locale, the source included.
    Edition(fn(&Corpus, &Edition, &mut Findings)),
    /// At one file, in every locale.
    File(fn(&Sheet, &mut Findings)),
    /// At one message or term, in every locale.
    Entry(fn(&Pair, &mut Findings)),
    /// At one way through the variants of a value or attribute, in every locale.
    Leaf(fn(&LeafPair, &mut Findings)),
    /// Nowhere: the driver reports for it.
    Driver,
}

/// Where a finding is, with all that it is about.
#[derive(Debug, Clone)]
pub(super) struct Here {
    pub(super) place: Place,
    pub(super) locale: Option<String>,
    pub(super) message_id: Option<String>,
    pub(super) attribute: Option<String>,
    pub(super) variant: Option<String>,
    /// The line of the source that is shown below.
    pub(super) source: Option<Place>,
}

impl Here {
    /// A place in a locale, about no message.
    pub(super) fn new(place: Place, tag: &str) -> Here {
        let locale = Some(tag.to_owned());
        Here { place, locale, message_id: None, attribute: None, variant: None, source: None }
    }

    /// About the entry called `name`.
    pub(super) fn about(mut self, name: impl Into<String>) -> Here {
        self.message_id = Some(name.into());
        self
    }

    /// About an attribute.
    pub(super) fn attribute(mut self, name: &str) -> Here {
        self.attribute = Some(name.to_owned());
        self
    }

    /// With what the source has, shown below.
    pub(super) fn source(mut self, place: Place) -> Here {
        self.source = Some(place);
        self
    }
}

impl Edition<'_> {
    /// A place in an entry of this locale.
    pub(super) fn at(&self, located: Located, span: Span) -> Here {
        Here::new(located.place(span), self.tag).about(located.entry.name())
    }
}

impl Pair<'_, '_> {
    /// A place in the entry, with the entry of the source below it.
    pub(super) fn at(&self, span: Span) -> Here {
        let place = Place { file: self.resource.file, span };
        let here = Here::new(place, self.edition.tag).about(self.entry.name());
        match self.source {
            Some(source) => here.source(source.place(source.entry.span)),
            None => here,
        }
    }
}

impl LeafPair<'_, '_, '_> {
    /// A place in the leaf, with the leaf of the source below it.
    pub(super) fn at(&self, span: Span) -> Here {
        let pair = self.pair;
        let place = Place { file: pair.resource.file, span };
        let here = Here::new(place, pair.edition.tag).about(pair.entry.name());
        let source = self.source.zip(pair.source);
        Here {
            attribute: self.pattern.attribute.map(|word| word.text.to_owned()),
            variant: self.leaf.label(),
            source: source.map(|(leaf, located)| located.place(leaf.span)),
            ..here
        }
    }
}

/// What rules have found.
#[derive(Debug)]
pub(super) struct Findings {
    rule: &'static str,
    severity: Severity,
    list: Vec<Diagnostic>,
}

impl Findings {
    pub(super) fn new() -> Findings {
        Findings { rule: "", severity: Severity::Warning, list: Vec::new() }
    }

    /// Lets what is reported from now on be that of `rule`.
    pub(super) fn of(&mut self, rule: &Rule) -> &mut Findings {
        (self.rule, self.severity) = (rule.id, rule.severity);
        self
    }

    /// Reports that something is wrong. What is returned takes the rest: what to do, related places, an edit.
    pub(super) fn report(&mut self, here: Here, message: impl Into<String>) -> &mut Diagnostic {
        let mut diagnostic = Diagnostic::new(self.rule, self.severity, here.place, message.into());
        diagnostic.locale = here.locale;
        diagnostic.message_id = here.message_id;
        diagnostic.attribute = here.attribute;
        diagnostic.variant = here.variant;
        if let Some(source) = here.source {
            diagnostic.related(source, "the source");
        }
        self.list.push(diagnostic);
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// Adds what others have found.
    pub(super) fn append(&mut self, mut others: Findings) {
        self.list.append(&mut others.list);
    }

    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}

/// Declares a rule with the documentation that is its page:
///
/// ```text
/// rule! {
///     /// What it does: finds …
///     pub(super) MISSING_MESSAGE = "missing-message", Error, Structure, Edition(missing_message);
/// }
/// ```
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $visibility:vis $name:ident = $id:literal, $severity:ident, $group:ident, $($check:tt)+) => {
        $(#[doc = $doc])+
        $visibility static $name: $crate::check::rule::Rule = $crate::check::rule::Rule {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            group: $crate::check::rule::Group::$group,
            doc: concat!($($doc, "\n"),+),
            check: rule!(@check $($check)+),
        };
    };
    (@check Driver;) => { $crate::check::rule::Check::Driver };
    (@check $scope:ident($check:path);) => { $crate::check::rule::Check::$scope($check) };
}
pub(super) use rule;
