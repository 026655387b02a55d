//! What every HTML page must have and must not have, so that every mail client and every reader can use it.

use scraper::{ElementRef, Html, Selector};
use unicode_width::UnicodeWidthStr as _;

use crate::page;
use crate::page::Page;

/// A fifth of what Gmail shows before it cuts a mail off.
const MAX_BYTES: usize = 20 * 1024;
/// Gmail drops stylesheets beyond this.
const MAX_STYLESHEET_BYTES: usize = 16 * 1024;

/// Checks every page, and says in which pages `problem_of` finds what.
fn check<T: std::fmt::Debug>(problem_of: impl Fn(&Page, &Html) -> Vec<T>) {
    let problems: Vec<String> = page::all()
        .iter()
        .flat_map(|page| {
            let found = problem_of(page, &Html::parse_document(&page.html));
            found.into_iter().map(move |problem| format!("{page}: {problem:?}"))
        })
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// `problem` if `is_met` is false.
fn unless<T>(is_met: bool, problem: T) -> Vec<T> {
    if is_met { vec![] } else { vec![problem] }
}

#[test]
fn every_page_parses_without_an_error() {
    check(|_, html| html.errors.clone());
    check(|page, _| unless(page.html.starts_with("<!doctype html>\n"), "there is no doctype"));
}

#[test]
fn every_page_is_small_enough_to_be_shown_whole() {
    check(|page, _| unless(page.html.len() <= MAX_BYTES, page.html.len()));
}

#[test]
fn no_page_has_what_a_mail_client_drops_or_distrusts() {
    let tags = "script, form, input, button, select, svg, math, canvas, iframe, object, embed, video, audio, \
                link, base, picture, source, template, noscript";
    check(|_, html| select(html, tags).iter().map(ElementRef::html).collect());
    // Whole attributes and rules: a name may hold any of these words, but never a quote or a brace unescaped.
    for forbidden in [
        "position:",
        "position :",
        "flex",
        "grid-",
        "float:",
        "background-image",
        "url(",
        "@import",
        "@font-face",
        "expression(",
        "<img src=\"data:",
    ] {
        check(|_, html| {
            let rules = select(html, "style").into_iter().map(text);
            let attributes = select(html, "[style]");
            let attributes = attributes.iter().filter_map(|element| element.attr("style")).map(str::to_owned);
            rules.chain(attributes).filter(|css| css.contains(forbidden)).collect()
        });
    }
    check(|_, html| {
        let attributes = select(html, "*").into_iter().flat_map(|element| element.value().attrs());
        attributes
            .filter(|(name, value)| name.starts_with("on") || value.starts_with("data:") || *name == "srcset")
            .map(|(name, value)| format!("{name}={value}"))
            .collect()
    });
}

#[test]
fn the_head_says_the_same_to_every_client() {
    let expected = [
        r#"charset="utf-8""#,
        r#"name="viewport" content="width=device-width, initial-scale=1""#,
        r#"name="x-apple-disable-message-reformatting" content="""#,
        r#"name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no""#,
        r#"name="color-scheme" content="light dark""#,
        r#"name="supported-color-schemes" content="light dark""#,
    ];
    check(|page, _| {
        let metas: Vec<&str> =
            page.html.lines().filter_map(|line| line.strip_prefix("<meta ")?.strip_suffix('>')).collect();
        unless(metas == expected, metas.join("\n"))
    });
}

#[test]
fn language_and_direction_stand_wherever_a_client_may_cut_the_page() {
    check(|page, html| {
        let places = ["html", "body", "[role=article]", "td.outer"];
        places
            .into_iter()
            .filter(|place| {
                let elements = select(html, place);
                let is_right = |element: &ElementRef| {
                    element.attr("lang") == Some(page.locale.as_str()) && element.attr("dir") == Some("ltr")
                };
                elements.len() != 1 || !elements.iter().all(is_right)
            })
            .collect()
    });
}

#[test]
fn the_title_names_the_article_and_an_email_says_that_it_is_one() {
    check(|page, html| {
        let [title] = select(html, "title")[..] else { return vec!["there is not exactly one title"] };
        let [article] = select(html, "main > [role=article]")[..] else { return vec!["there is no article"] };
        let description = article.attr("aria-roledescription");
        let mut problems = unless(!text(title).is_empty(), "the title is empty");
        problems
            .extend(unless(article.attr("aria-label") == Some(&text(title)), "the label is not the title"));
        problems.extend(unless((description == Some("email")) == page.is_mail(), "the description is wrong"));
        problems
    });
}

#[test]
fn headings_begin_with_one_h1_and_skip_no_level() {
    check(|_, html| {
        let headings = select(html, "h1, h2, h3, h4, h5, h6");
        let levels: Vec<&str> = headings.iter().map(|heading| heading.value().name()).collect();
        let is_right = levels.first() == Some(&"h1") && levels[1..].iter().all(|level| *level == "h2");
        let mut problems = unless(is_right, levels.join(" "));
        problems.extend(headings.iter().filter(|heading| text(**heading).is_empty()).map(ElementRef::html));
        problems
    });
}

#[test]
fn layout_tables_are_no_tables_to_a_screen_reader_and_the_facts_are_one() {
    check(|page, html| {
        let mut problems = Vec::new();
        let mut facts = 0;
        for table in select(html, "table") {
            let is_plain =
                ["border", "cellpadding", "cellspacing"].iter().all(|name| table.attr(name) == Some("0"));
            problems.extend(unless(is_plain, "a table has a border, padding or spacing"));
            if table.attr("role") != Some("presentation") {
                facts += 1;
                let count = |selector: &str| table.select(&Selector::parse(selector).unwrap()).count();
                let rows = count("tr");
                problems.extend(unless(count("caption") == 1, "the facts have no caption"));
                problems.extend(unless(rows >= 5, "facts are missing"));
                problems.extend(unless(count("th[scope=row]") == rows, "a row has no heading"));
                problems.extend(unless(count("th[scope=row] + td") == rows, "a row has no value"));
            }
        }
        problems
            .extend(unless(facts == usize::from(page.is_mail()), "there is not exactly one table of facts"));
        problems
    });
}

#[test]
fn the_page_is_600_pixels_wide_at_most_in_outlook_too() {
    check(|page, html| {
        let ghost = "<!--[if mso]><table role=\"presentation\" width=\"600\" align=\"center\" border=\"0\" \
                     cellpadding=\"0\" cellspacing=\"0\"><tr><td><![endif]-->";
        let end = "<!--[if mso]></td></tr></table><![endif]-->";
        let mut problems = unless(page.html.contains(ghost), "the ghost table does not begin");
        problems.extend(unless(page.html.contains(end), "the ghost table does not end"));
        let sheet = select(html, "table.sheet[width='100%'][style*='max-width:600px']");
        problems.extend(unless(sheet.len() == 1, "the sheet is not limited"));
        problems
    });
}

#[test]
fn the_button_is_a_link_with_padding_on_a_colored_cell() {
    check(|page, html| {
        let buttons = select(html, "td[bgcolor='#1d4ed8'] > a[style*='padding:'][style*='font-size:16px']");
        let mut problems =
            unless(buttons.len() == usize::from(page.is_mail()), "there is not exactly one button");
        problems.extend(unless(
            page.html.contains("\n.plate { padding: "),
            "the button has no padding in Outlook",
        ));
        problems
    });
}

#[test]
fn every_link_is_absolute_and_secure_and_says_what_it_does() {
    check(|_, html| {
        let links = select(html, "a");
        let is_right = |link: &&ElementRef| {
            let href = link.attr("href").unwrap_or_default();
            href.starts_with("https://account.example.com/") && text(**link).chars().count() > 1
        };
        let mut problems: Vec<String> =
            links.iter().filter(|link| !is_right(link)).map(ElementRef::html).collect();
        problems.extend(unless(links.len() >= 4, "links are missing".to_owned()));
        problems
    });
}

#[test]
fn one_hidden_line_tells_the_inbox_more_than_the_subject() {
    check(|page, html| {
        let hidden = select(html, "[style*='display:none'], [hidden]");
        let mut problems = unless(hidden.len() == usize::from(page.is_mail()), "hidden elements".to_owned());
        for preheader in hidden {
            let (line, subject) = (text(preheader), text(select(html, "title")[0]));
            let is_right = !line.is_empty() && line.width() <= 100 && !line.contains(&subject);
            problems.extend(unless(is_right, line));
        }
        problems
    });
}

#[test]
fn the_layout_does_not_need_a_stylesheet() {
    check(|_, html| {
        let bare = select(html, "[class]:not([style])");
        bare.iter().map(ElementRef::html).collect()
    });
}

#[test]
fn stylesheets_are_small_and_none_nests_an_at_rule() {
    check(|_, html| {
        let sheets: Vec<String> = select(html, "style").into_iter().map(text).collect();
        let bytes: usize = sheets.iter().map(String::len).sum();
        let mut problems = unless(bytes <= MAX_STYLESHEET_BYTES, format!("{bytes} bytes"));
        problems.extend(sheets.into_iter().filter(|sheet| {
            let at_rules = sheet.matches('@').count();
            at_rules > 1 || at_rules == 1 && !sheet.starts_with("@media (")
        }));
        problems
    });
    check(|page, _| {
        unless(page.html.contains("\n@media (prefers-color-scheme: dark) {\n"), "there are no dark colors")
    });
}

#[test]
fn chinese_is_set_in_fonts_with_its_own_shapes_and_the_rest_in_the_systems_font() {
    check(|page, html| {
        let first = if page.locale.as_str() == "zh-TW" {
            "font-family:'PingFang TC','Microsoft JhengHei','Noto Sans TC','Noto Sans CJK TC',"
        } else {
            "font-family:-apple-system,"
        };
        let styled = select(html, "[style*='font-family']");
        let styles = styled.iter().filter_map(|element| element.attr("style"));
        styles.filter(|style| !style.contains(first)).map(str::to_owned).collect()
    });
}
