//! The pages of an export: plain HTML without a script, which opens from a disk.

use std::fmt::Write as _;

/// One mail of a wall, and the files beside the page that hold it.
pub(super) struct Pane<'p> {
    /// The locale's tag, which is also the name of the files.
    pub(super) tag: &'p str,
    /// The language in itself.
    pub(super) name: &'p str,
    /// `ltr` or `rtl`.
    pub(super) dir: &'p str,
    /// From, subject and preheader, or nothing for the article.
    pub(super) lines: Vec<(&'static str, &'p str)>,
    /// The files beside it: the words of the link, and the address from the page.
    pub(super) files: Vec<(&'static str, String)>,
    /// The address of the page in the frame.
    pub(super) frame: String,
    /// Why there is no mail, if there is none.
    pub(super) error: Option<&'p str>,
}

/// The first page: a link to each wall, by kind. `groups` holds the kinds with their samples, each a name and words.
pub(super) fn index(groups: &[(String, Vec<(String, String)>)]) -> String {
    let mut page = head("pastdue: all mails", "export.css");
    page += "<header><h1>pastdue <span>all mails</span></h1></header>\n<main class=\"index\">\n";
    for (kind, samples) in groups {
        let _ = write!(page, "<section>\n<h2>{}</h2>\n<ul>\n", escape(kind));
        for (name, label) in samples {
            let _ = writeln!(page, "<li><a href=\"{}/index.html\">{}</a></li>", escape(name), escape(label));
        }
        page += "</ul>\n</section>\n";
    }
    page += "</main>\n</body>\n</html>\n";
    page
}

/// One sample in all locales beside each other. `before` and `after` are the names of its neighbors.
pub(super) fn wall(title: &str, before: Option<&str>, after: Option<&str>, panes: &[Pane<'_>]) -> String {
    let mut page = head(title, "../export.css");
    let _ =
        write!(page, "<header>\n<h1>pastdue <span>{}</span></h1>\n<nav aria-label=\"Mails\">", escape(title));
    let neighbor = |name: &str| format!("../{name}/index.html");
    let addresses = [before.map(neighbor), Some("../index.html".to_owned()), after.map(neighbor)];
    for (address, words) in addresses.into_iter().zip(["Previous", "All mails", "Next"]) {
        if let Some(address) = address {
            let _ = write!(page, "<a href=\"{}\">{words}</a>", escape(&address));
        }
    }
    page += "</nav>\n<fieldset><legend>Width</legend>";
    for width in [320, 375, 600] {
        let checked = if width == 375 { " checked" } else { "" };
        let _ = write!(
            page,
            "<label><input type=\"radio\" name=\"width\" id=\"w{width}\"{checked}> {width}</label>"
        );
    }
    page += "</fieldset>\n</header>\n<main class=\"wall\" tabindex=\"0\" aria-label=\"The mails, one column a language\">\n";
    for pane in panes {
        write_pane(&mut page, pane);
    }
    page += "</main>\n</body>\n</html>\n";
    page
}

fn write_pane(page: &mut String, pane: &Pane<'_>) {
    let (tag, name, dir) = (escape(pane.tag), escape(pane.name), escape(pane.dir));
    let _ = write!(
        page,
        "<section aria-label=\"{name}\">\n<h2><span lang=\"{tag}\">{name}</span> <code>{tag}</code></h2>\n"
    );
    if let Some(error) = pane.error {
        let _ = write!(page, "<p class=\"error\">✕ No mail: {}</p>\n</section>\n", escape(error));
        return;
    }
    if !pane.lines.is_empty() {
        page.push_str("<dl>\n");
        for (label, text) in &pane.lines {
            let _ = writeln!(
                page,
                "<div><dt>{label}</dt><dd lang=\"{tag}\" dir=\"{dir}\">{}</dd></div>",
                escape(text)
            );
        }
        page.push_str("</dl>\n");
    }
    page.push_str("<p class=\"files\">");
    for (words, address) in &pane.files {
        let _ = write!(page, "<a href=\"{}\">{words}</a> ", escape(address));
    }
    let _ = write!(
        page,
        "</p>\n<iframe sandbox=\"\" src=\"{}\" title=\"{name}\" loading=\"lazy\"></iframe>\n</section>\n",
        escape(&pane.frame)
    );
}

fn head(title: &str, style: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>\n",
        escape(title)
    )
}

/// `text` as it may stand in an element or a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_text() {
        let pane = Pane {
            tag: "sv-SE",
            name: "svenska",
            dir: "ltr",
            lines: vec![("Subject", "<b>\"&")],
            files: vec![("Text", "sv-SE.txt".to_owned())],
            frame: "sv-SE.html".to_owned(),
            error: None,
        };
        let page = wall("a & b", None, Some("next"), &[pane]);
        assert!(page.contains("<dd lang=\"sv-SE\" dir=\"ltr\">&lt;b&gt;&quot;&amp;</dd>"), "{page}");
        assert!(page.contains("<title>a &amp; b</title>"), "{page}");
        assert!(
            page.contains("<a href=\"../next/index.html\">Next</a>") && !page.contains("Previous"),
            "{page}"
        );
        assert!(page.contains("<a href=\"../index.html\">All mails</a>"), "{page}");
    }
}
