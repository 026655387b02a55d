//! Who is not answered.

use super::{Preview, pastdue};

#[test]
fn only_who_has_the_link_is_answered_and_only_under_our_own_name() {
    let preview = Preview::over(tempfile::tempdir().unwrap(), &[]);
    let (address, token) = (&preview.address, &preview.token);
    let port = address.rsplit(':').next().unwrap();
    let check = |header: &str, expected: &str| {
        let answer = preview.raw(&format!("GET /api/wall HTTP/1.0\r\n{header}\r\n\r\n"));
        assert_eq!(answer.status(), expected, "{header}");
    };
    let bearer = format!("Authorization: Bearer {token}");
    let cookie = format!("Cookie: a=b; pastdue_preview_{port}={token}");
    check(&format!("Host: {address}\r\n{bearer}"), "200");
    check(&format!("Host: localhost:{port}\r\n{cookie}"), "200");
    check(&format!("Host: {address}"), "403");
    check(&format!("Host: {address}\r\nAuthorization: Bearer {token}0"), "403");
    check(&format!("Host: {address}\r\nCookie: pastdue_preview_{port}=x"), "403");
    for host in ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example", ""] {
        check(&format!("Host: {host}\r\n{bearer}"), "403");
    }
    check(&bearer, "403");
    check(&format!("Host: {address}\r\n{bearer}\r\nOrigin: http://{address}"), "200");
    for origin in ["http://evil.example", "null", "https://localhost"] {
        check(&format!("Host: {address}\r\n{bearer}\r\nOrigin: {origin}"), "403");
    }
}

#[test]
fn the_link_becomes_a_cookie_and_leaves_no_token_behind() {
    let preview = Preview::over(tempfile::tempdir().unwrap(), &[]);
    let (address, token) = (&preview.address, &preview.token);
    let open = |query: &str| preview.raw(&format!("GET /?{query} HTTP/1.0\r\nHost: {address}\r\n\r\n"));
    let answer = open(&format!("sample=undated&token={token}&view=text"));
    assert_eq!(answer.status(), "303");
    let port = address.rsplit(':').next().unwrap();
    for line in [
        "location: /?sample=undated&view=text\r\n".to_owned(),
        format!("set-cookie: pastdue_preview_{port}={token}; HttpOnly; SameSite=Strict; Path=/\r\n"),
    ] {
        assert!(answer.header.contains(&line), "{}", answer.header);
    }
    let answer = open("token=guessed");
    assert_eq!(answer.status(), "403");
    assert!(answer.body.starts_with("the link is of another start"), "{}", answer.body);
    let answer = open("");
    assert_eq!(answer.status(), "403");
    assert!(answer.body.starts_with("open the link that `pastdue preview` has printed"), "{}", answer.body);
}

#[test]
fn no_path_leads_out_of_the_pages() {
    let preview = Preview::over(tempfile::tempdir().unwrap(), &[]);
    for path in [
        "/web/../Cargo.toml",
        "/web/..%2F..%2FCargo.toml",
        "/web//etc/passwd",
        "/web/%2Fetc%2Fpasswd",
        "/frame/..%2F..%2Fetc/html",
        "/frame/sv-SE/passwd",
        "/etc/passwd",
        "/api/mail?sample=../../etc/passwd",
    ] {
        let answer = preview.get(path);
        assert!(
            answer.status().starts_with('4') && !answer.body.contains("root:"),
            "{path}: {}",
            answer.body
        );
    }
}

#[test]
fn nothing_is_changed_on_behalf_of_another_page() {
    let preview = Preview::start();
    let (address, token) = (&preview.address, &preview.token);
    let edit = r#"{"locale": "sv-SE", "id": "greeting", "pattern": "x", "hash": ""}"#;
    let check = |header: &str, expected: &str| {
        let answer = preview.raw(&format!(
            "POST /api/save HTTP/1.0\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n{header}\r\n\
             Content-Length: {}\r\n\r\n{edit}",
            edit.len()
        ));
        assert_eq!(answer.status(), expected, "{header}: {}", answer.body);
    };
    let own = format!("Origin: http://{address}");
    let json = "Content-Type: application/json";
    check(json, "403");
    check(&format!("{json}\r\nOrigin: http://evil.example"), "403");
    check(&format!("{json}\r\nOrigin: null"), "403");
    check(&own, "415");
    check(&format!("{own}\r\nContent-Type: text/plain"), "415");
    check(&format!("{own}\r\nContent-Type: application/x-www-form-urlencoded"), "415");
    // All of that is right, and the file is another one.
    check(&format!("{own}\r\n{json}"), "409");
}

#[test]
fn nobody_elsewhere_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let output = pastdue(folder.path(), &["preview", "--listen", "0.0.0.0:0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("the preview is for this machine alone"), "{error}");
}

#[test]
fn a_busy_port_is_told_with_what_to_do() {
    let preview = Preview::over(tempfile::tempdir().unwrap(), &[]);
    let args = ["preview", "--listen", &preview.address];
    let output = pastdue(preview.folder.path(), &args).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    let expected = format!(
        "error: `{}` is in use, perhaps by another preview: end that one, or add `--listen 0` for a free port\n",
        preview.address
    );
    assert_eq!(error, expected);
}
