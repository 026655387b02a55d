//! What stands below the options of each command.

pub(super) const EXAMPLES: &str = "\
Examples:
  pastdue send accounts.jsonl             mail every past-due account in the file
  pastdue send --dry-run accounts.csv     write every mail, send none
  pastdue render --sample payment-failed-declined --locale nl-NL --part html
  pastdue status                          what became of them, and what is still to be sent
  pastdue explain ntc_7                   everything about one notice
  pastdue config                          what is in force, and where it was set

Exit status:
  0  all is well
  1  it ran, and something needs a person: a bad row, a mail that was refused or is in doubt
  2  it could not run: the arguments, the configuration, or a file

Standard output is the product, standard error the story. NO_COLOR is honoured.";

pub(super) const SEND_EXAMPLES: &str = "\
Examples:
  pastdue send accounts.jsonl
  export-past-due | pastdue send --format json
  pastdue send --dry-run accounts.csv
  pastdue send --transport maildir:out --limit 10 accounts.jsonl

One notice id is mailed once, however often the row is sent: what has been sent is kept in the outbox. A run that
was killed goes on where it stopped. A row that cannot be read is reported with its line, and holds up nothing else.

Exit status:
  0  every notice was sent, or, with --dry-run, could be
  1  a row was bad, or a notice was refused, failed or is in doubt
  2  it could not run: the arguments, the configuration, or a file";

pub(super) const RENDER_EXAMPLES: &str = "\
Examples:
  pastdue render --list-samples
  pastdue render --sample payment-failed-declined --locale zh-TW --part subject
  pastdue render --notice notice.json --part eml > notice.eml
  pastdue render --sample service-canceled-invoice --all-locales --part html --out preview
  pastdue render --sample payment-failed-declined --locale fr-CA --format json    also says why a locale was chosen

Exit status:
  0  the notice was written
  1  the notice is bad or cannot be written in that locale
  2  it could not run: the arguments, the configuration, or a file";

pub(super) const PREVIEW_EXAMPLES: &str = "\
Examples:
  pastdue preview --open                               the mails as they are built in
  pastdue preview --locales locales --templates templates
  pastdue preview --locales locales --editor vscode    a click on a sentence opens its line
  pastdue preview --locales locales --export pages     every page as a file, for those who have no pastdue

The link that is printed holds a key; it is another one at each start. Only this machine is answered.
What the page saves is written into the folder of --locales, if it is Fluent and without errors.

Exit status:
  0  it was stopped, or the pages are written
  2  it could not run: the arguments, the configuration, a folder, or the port";

pub(super) const CHECK_EXAMPLES: &str = "\
Examples:
  pastdue check                              the catalogs that are built in
  pastdue check --locales locales            those in a folder
  pastdue check --locales locales --locale nl-NL --deny warning
  pastdue check --explain missing-message    what a rule is about

Exit status:
  0  nothing was found that is denied: errors, and what --deny names
  1  something was
  2  it could not run: the arguments, the contract, or a folder";

pub(super) const CONFIG_EXAMPLES: &str = "\
Where a value comes from, the later winning over the earlier:
  1. the default
  2. the configuration file: --config, else PASTDUE_CONFIG, else pastdue.toml in the working folder
  3. the environment: PASTDUE_, then the key's path in capitals, with __ for each . and _ for each -
       relay.host               PASTDUE_RELAY__HOST
       links.change-card        PASTDUE_LINKS__CHANGE_CARD
       sender.names.zh-TW       PASTDUE_SENDER__NAMES__ZH_TW
       links.markets.NL.portal  PASTDUE_LINKS__MARKETS__NL__PORTAL
     Commas separate the items of a list. The relay's password is in PASTDUE_RELAY_PASSWORD.
     A PASTDUE_ variable that means nothing is an error.

A path in the file is relative to the file; a path in a variable, to the working folder.

Exit status:
  0  the configuration is good
  1  the configuration is good, but a file that it names cannot be read
  2  the configuration cannot be used; the error says where and why";

pub(super) const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  pastdue completions bash > ~/.local/share/bash-completion/completions/pastdue
  pastdue completions zsh  > ~/.zfunc/_pastdue
  pastdue completions fish > ~/.config/fish/completions/pastdue.fish";

pub(super) const MAN_EXAMPLES: &str = "\
Examples:
  pastdue man | man -l -
  pastdue man --out ~/.local/share/man/man1";

pub(super) const ENQUEUE_EXAMPLES: &str = "\
Examples:
  pastdue enqueue accounts.jsonl
  export-past-due | pastdue enqueue --outbox postgres://pastdue@db.example.com/pastdue

Exit status:
  0  every row is in the outbox
  1  a row was bad, or its id is there with other content
  2  it could not run: the arguments, the configuration, a file, or the outbox";

pub(super) const WORK_EXAMPLES: &str = "\
Examples:
  pastdue work
  pastdue work --outbox postgres://pastdue@db.example.com/pastdue    beside others on other machines

It ends at SIGTERM or SIGINT: mails under way are finished, the rest goes back.

Exit status:
  0  it was stopped
  1  the relay refused the login, or most of the first mails could not be written or were refused
  2  it could not run: the arguments, the configuration, a file, or the outbox";

pub(super) const STATUS_EXAMPLES: &str = "\
Examples:
  pastdue status
  pastdue status --format json | jq .states

Exit status:
  0  all is well
  1  a notice is in doubt, or the states do not add up to the rows
  2  it could not run: the arguments, the configuration, or the outbox, which is not there yet";

pub(super) const EXPLAIN_EXAMPLES: &str = "\
Examples:
  pastdue explain ntc_7
  pastdue explain '<7f6c1d29a5f0b33e0f7f3c3f4ba7a1d5@billing.example.com>'
  pastdue explain ntc_7 --format json | jq .attempts

The recipient is masked. What has been purged is not told.

Exit status:
  0  the notice is there
  1  it is not in the outbox
  2  it could not run: the arguments, the configuration, or the outbox";

pub(super) const DOUBT_EXAMPLES: &str = "\
A notice is in doubt if its mail was handed to the relay and the answer never came.
It is not sent again by itself: look for its Message-ID in the relay's log first.

Examples:
  pastdue doubt                       list them
  pastdue doubt --from-log /var/log/mail.log.1 /var/log/mail.log
  journalctl -u postfix@- --since '3 days ago' | pastdue doubt --from-log -
  pastdue doubt --sent ntc_7 ntc_9    the relay has these
  pastdue doubt --resend ntc_8        the relay does not have this one

What the log does not have stays in doubt, for it may not go back far enough.

Exit status:
  0  there is none, or all that were named are settled
  1  there are some, or one that was named is not in doubt
  2  it could not run: the arguments, the configuration, a file, or the outbox";

pub(super) const WITHDRAW_EXAMPLES: &str = "\
Examples:
  pastdue withdraw ntc_7 ntc_9
  pastdue withdraw --account acc_42
  export-paid-accounts | pastdue withdraw --account-file -

What has left already is left alone. An account without a waiting notice is no fault.

Exit status:
  0  all that were named are withdrawn
  1  a notice that was named has left already, or is not in the outbox
  2  it could not run: the arguments, the configuration, a file, or the outbox";

pub(super) const SUPPRESS_EXAMPLES: &str = "\
Examples:
  pastdue suppress add anneke@example.nl --reason 'asked for it by telephone'
  export-complaints | pastdue suppress import -
  pastdue suppress list
  pastdue suppress list anneke@example.nl    whether this address is on the list
  pastdue suppress remove anneke@example.nl

Addresses are stored hashed and shown masked. A notice that was suppressed is not sent by itself when its address
is removed: send it under a new id.

Exit status:
  0  the list is as it was to be
  1  a line was no address, or an address that was asked for is not on the list
  2  it could not run: the arguments, the configuration, a file, or the outbox";

pub(super) const BOUNCES_EXAMPLES: &str = "\
Examples:
  pastdue bounces /var/mail/bounces          every new mail of a Maildir, as from cron
  pastdue bounces < bounce.eml               one mail, as from the relay's alias: |pastdue bounces

With `bounces.address` and `bounces.key_file` in the configuration, each mail has a signed envelope sender, and only
what comes back to one is believed. Without them the Message-ID counts, which anybody can copy who has seen it.

What was read moves from `new` to `cur`. A mail that cannot be read or believed is flagged there, and told.

Exit status:
  0  all of them were noted, or had nothing to note
  1  one was set aside
  2  it could not run: the arguments, the configuration, the folder, or the outbox";

pub(super) const PURGE_EXAMPLES: &str = "\
Examples:
  pastdue purge --older-than 90d --dry-run
  pastdue purge --older-than 90d

What was in the row goes, with the account, the domain, the recipient and what relays said. The id, the state, the
dates and the codes stay: the numbers add up, and no id is mailed again. Notices that wait or are in doubt are left
alone, and so is the suppression list, which is hashed.

Exit status:
  0  it is done, or there was nothing to purge
  2  it could not run: the arguments, the configuration, or the outbox";
