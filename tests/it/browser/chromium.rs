//! A Chromium that a test drives.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities as _, DesiredCapabilities, Key, WebDriver};

use super::component::Components;

/// How long a page may take to come to what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser and the program that drives it. Both end with this value, also when the test fails:
/// dropping the session ends Chromium, and then chromedriver is ended by its process id.
pub(crate) struct Browser {
    driver: WebDriver,
    _chromedriver: Process,
    folder: TempDir,
}

impl Browser {
    pub(crate) async fn start(components: &Components) -> Browser {
        let folder = TempDir::new().unwrap();
        let mut child = Command::new(&components.chromedriver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let stdout = child.stdout.take().unwrap();
        let chromedriver = Process(child);
        let port = BufReader::new(stdout).lines().find_map(|line| port(&line.unwrap()));
        let url = format!("http://127.0.0.1:{}", port.expect("chromedriver names its port"));
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(components.chromium.to_str().unwrap()).unwrap();
        let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
        for argument in [
            "--headless",
            // Chromium refuses to run as root with its sandbox, and in a container root is all there is.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--no-first-run",
            &profile,
        ] {
            capabilities.add_arg(argument).unwrap();
        }
        let driver = WebDriver::new(url, capabilities).await.unwrap();
        driver.set_script_timeout(PATIENCE).await.unwrap();
        Browser { driver, _chromedriver: chromedriver, folder }
    }

    /// Shows pages on a screen of so many CSS pixels.
    pub(crate) async fn set_screen(&self, width: u16, height: u16) {
        self.set_screen_at(width, height, 1.25).await;
    }

    /// The same, with so many pixels of the picture for one of them.
    pub(crate) async fn set_screen_at(&self, width: u16, height: u16, scale: f64) {
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Prefers `light` or `dark` colors.
    pub(crate) async fn set_colors(&self, scheme: &str) {
        let feature = json!({"name": "prefers-color-scheme", "value": scheme});
        self.command("Emulation.setEmulatedMedia", json!({"features": [feature]})).await;
    }

    /// Runs `script` in every page before the page's own content.
    pub(crate) async fn run_in_every_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    }

    /// Opens a page.
    pub(crate) async fn open(&self, html: &str) {
        let path = self.folder.path().join("page.html");
        fs::write(&path, html).unwrap();
        self.driver.goto(format!("file://{}", path.display())).await.unwrap();
    }

    /// Goes to an address.
    pub(crate) async fn go_to(&self, url: &str) {
        self.driver.goto(url).await.unwrap();
    }

    /// Waits until an expression is true on the page, and fails with the expression if it never is.
    pub(crate) async fn wait_for(&self, condition: &str) {
        let script = format!(
            "const done = arguments[0];
            const look = () => {{
                let isTrue = false;
                try {{ isTrue = Boolean({condition}); }} catch {{}}
                if (isTrue) done(true); else setTimeout(look, 5);
            }};
            look();"
        );
        let waited = self.driver.execute_async(script, vec![]).await;
        assert!(waited.is_ok(), "never true: {condition}\n{}", self.evaluate::<String>(TEXT).await);
    }

    /// Types on the keyboard, wherever the focus is.
    pub(crate) async fn keys(&self, keys: &str) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Presses a key, with another held down if there is one.
    pub(crate) async fn press(&self, held: Option<Key>, key: Key) {
        let chain = self.driver.action_chain();
        let chain = match held {
            Some(held) => chain.key_down(held.clone()).send_keys(key).key_up(held),
            None => chain.send_keys(key),
        };
        chain.perform().await.unwrap();
    }

    /// Moves the mouse to the middle of what an expression gives, be it in a frame or not, and clicks if told to.
    pub(crate) async fn mouse(&self, element: &str, is_click: bool) {
        let script = format!(
            "const element = {element};
            element.scrollIntoView({{ block: 'center', inline: 'nearest' }});
            const frame = element.ownerDocument.defaultView.frameElement;
            const outer = frame ? frame.getBoundingClientRect() : {{ left: 0, top: 0 }};
            const [box] = element.getClientRects();
            return [outer.left + box.left + box.width / 2, outer.top + box.top + box.height / 2];"
        );
        let (x, y): (f64, f64) = self.evaluate(&script).await;
        #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
        let chain = self.driver.action_chain().move_to(x as i64, y as i64);
        let chain = if is_click { chain.click() } else { chain };
        chain.perform().await.unwrap();
    }

    /// What the body of a function returns, or what its promise becomes.
    pub(crate) async fn evaluate<T: DeserializeOwned>(&self, body: &str) -> T {
        self.driver.execute(body, vec![]).await.unwrap().convert().unwrap()
    }

    /// A picture of the screen, as PNG in Base64.
    pub(crate) async fn picture(&self) -> String {
        let picture = self.command("Page.captureScreenshot", json!({"format": "png"})).await;
        picture["data"].as_str().unwrap().to_owned()
    }

    async fn command(&self, name: &str, parameters: serde_json::Value) -> serde_json::Value {
        self.driver.cdp().send_raw(name, parameters).await.unwrap()
    }
}

/// What a page says, for the message of a failing test.
const TEXT: &str = "return `${location.href}\\n${document.body.innerText}`.slice(0, 4000);";

/// The number in `ChromeDriver was started successfully on port 36521.`
fn port(line: &str) -> Option<u16> {
    line.strip_suffix('.')?.rsplit_once("on port ")?.1.parse().ok()
}

/// A process that ends with this value.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It has ended by itself if this fails, and then there is nothing to wait for either.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
