//! The pages themselves: they come with the program, and load nothing from elsewhere.

/// A file of the pages.
pub(super) struct Asset {
    /// Its name under `/web/`.
    pub(super) name: &'static str,
    pub(super) media_type: &'static str,
    pub(super) text: &'static str,
}

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// The style of an export.
pub(super) const EXPORT_STYLE: &str = include_str!("web/export.css");

macro_rules! asset {
    ($name:literal, $media_type:expr) => {
        Asset { name: $name, media_type: $media_type, text: include_str!(concat!("web/", $name)) }
    };
}

/// The page that `/` answers with.
pub(super) const INDEX: Asset = asset!("index.html", HTML);

/// What the page loads.
const ASSETS: [Asset; 22] = [
    asset!("base.css", CSS),
    asset!("wall.css", CSS),
    asset!("panel.css", CSS),
    asset!("app.js", JS),
    asset!("api.js", JS),
    asset!("dom.js", JS),
    asset!("state.js", JS),
    asset!("model.js", JS),
    asset!("toolbar.js", JS),
    asset!("wall.js", JS),
    asset!("frame.js", JS),
    asset!("scroll.js", JS),
    asset!("tip.js", JS),
    asset!("keys.js", JS),
    asset!("inbox.js", JS),
    asset!("weight.js", JS),
    asset!("panel.js", JS),
    asset!("message.js", JS),
    asset!("editor.js", JS),
    asset!("findings.js", JS),
    asset!("send.js", JS),
    asset!("diff.js", JS),
];

/// The file called `name`.
pub(super) fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_pages_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/preview/web");
        let names = std::fs::read_dir(folder)
            .expect("the pages")
            .map(|entry| entry.expect("a file").file_name().into_string().expect("a name of ours"));
        let is_forgotten = |name: &String| {
            name != INDEX.name && name != "export.css" && !name.starts_with('.') && asset(name).is_none()
        };
        assert_eq!(names.filter(is_forgotten).collect::<Vec<_>>(), [""; 0]);
    }
}
