// What a Node program does in place of `pastdue send`: composes one text and one page again and again, and sends them
// over 16 pooled connections. It fills in no template and keeps no record.
//
//   node benches/nodemailer.mjs FOLDER PORT MAILS      FOLDER has the library, `text` and `html`
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, port, nMails] = process.argv.slice(2);
const { createTransport } = createRequire(`${folder}/`)("nodemailer");
const [text, html] = ["text", "html"].map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const connections = 16;
const transport = createTransport({
    host: "127.0.0.1",
    port: Number(port),
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
});
let n = 0;
const session = async () => {
    while (n < nMails) {
        n += 1;
        const subject = `Your payment ${n} failed`;
        await transport.sendMail({ from: "billing@example.com", to: "anneke@example.nl", subject, text, html });
    }
};
await Promise.all(Array.from({ length: 4 * connections }, session));
transport.close();
