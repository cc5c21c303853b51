//! The manual page: made of the arguments and the keys, kept as a file, and printed as that.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command as Process, Stdio};

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use touchstone::keymap;

use crate::support::bench::Bench;
use crate::support::skip;

/// Set in the environment, it makes the page anew.
const MAKE: &str = "MAKE_MAN_PAGE";

const DESCRIPTION: &str = r"Touchstone lays the pros and cons of two or more alternatives side by side;
you say how much each one matters to you,
and it says which comes first, how much doubt is left,
what the answer rests on and what would change it.
Without
.I FILE
it opens the comparison that comes with it:
handmade against mass\-produced jewelry.
Where standard output is no terminal, it prints the report instead.
";

const REST: &str = r#".SH FILES
.TP
.I $XDG_DATA_HOME/touchstone
Where profiles live, usually
.IR ~/.local/share/touchstone .
.SH ENVIRONMENT
.TP
.B TOUCHSTONE_DATA_DIR
Where profiles live instead;
.B \-\-data\-dir
comes before it.
.TP
.BR VISUAL ", " EDITOR
The editor for the file of a comparison, else vi.
.TP
.B NO_COLOR
If it is set, nothing is colored.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
It could not be done: a file can't be used, there is no such profile,
a check found something.
.TP
.B 2
Wrong usage, or no terminal to open.
.SH EXAMPLES
.nf
touchstone flat.ron
touchstone report \-\-preset budget\-first
touchstone report flat.ron \-\-profile mine \-\-format markdown
touchstone check flat.ron
.fi
"#;

type Section = fn(&Man, &mut dyn Write) -> std::io::Result<()>;

/// A section of a command without its heading.
fn section(command: &Command, section: Section) -> String {
    let mut page = Vec::new();
    section(&Man::new(command.clone()), &mut page).expect("as clap has it");
    let page = tidy(&String::from_utf8(page).expect("as clap has it"));
    let heading = page.find(".SH ").expect("as clap has it");
    page[heading..].split_once('\n').expect("as clap has it").1.to_owned()
}

/// The same page without what some readers of such pages complain of: blanks at ends of lines, breaks beside space.
fn tidy(page: &str) -> String {
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    let is_space = |place: usize| lines.get(place).is_some_and(|line| line.is_empty());
    let kept = lines.iter().enumerate().filter(|(place, line)| {
        **line != ".br" || !(is_space(place + 1) || *place > 0 && is_space(place - 1))
    });
    kept.flat_map(|(_, line)| [line, "\n"]).collect()
}

/// The synopsis of each way to run the program.
fn synopses(root: &Command) -> String {
    let hidden = |arg: clap::Arg| {
        let said_below = arg.get_id() == "help" || arg.is_hide_set();
        arg.hide(said_below)
    };
    let shown = |command: &Command| {
        let command = command.clone().mut_args(hidden).subcommand_value_name("COMMAND");
        let said = section(&command, |man, page| man.render_synopsis_section(page));
        command.get_opts().fold(said, |said, option| with_values(&said, option))
    };
    [root].into_iter().chain(commands(root)).map(shown).collect::<Vec<_>>().join(".br\n")
}

/// The synopsis with what an option takes beside its name, which is left out there.
fn with_values(synopsis: &str, option: &clap::Arg) -> String {
    let (Some(long), Some(values)) = (option.get_long(), option.get_value_names()) else {
        return synopsis.to_owned();
    };
    let option = format!(r"\fB\-\-{}\fR", long.replace('-', r"\-"));
    synopsis.replace(&option, &format!(r"{option} \fI{}\fR", values.join(" ")))
}

fn commands(root: &Command) -> impl Iterator<Item = &Command> {
    root.get_subcommands().filter(|command| command.get_name() != "help")
}

/// What a command does, with the options that not every command has.
fn told(command: &Command) -> String {
    let own = command.clone().mut_args(|arg| {
        let of_all = ["help", "data_dir"].contains(&arg.get_id().as_str());
        let hidden = arg.is_hide_set();
        arg.hide(of_all || hidden)
    });
    let heading = command.get_bin_name().expect("as clap has it");
    let mut told = format!(".SS {heading}\n");
    told += &section(command, |man, page| man.render_description_section(page));
    if own.get_arguments().any(|arg| !arg.is_hide_set()) {
        told += &section(&own, |man, page| man.render_options_section(page));
    }
    if command.get_after_long_help().is_some() {
        told += ".PP\n";
        told += &section(command, |man, page| man.render_extra_section(page));
    }
    told
}

fn keys() -> String {
    let mut roff = Roff::new();
    for row in keymap::help().flat_map(|(_, rows)| rows) {
        roff.control("TP", []).text([bold(row.all_keys())]).text([roman(row.explained())]);
    }
    let page = roff.to_roff();
    page[page.find(".TP").expect("as clap has it")..].to_owned()
}

fn page() -> String {
    let mut root = touchstone::cli::command();
    root.build();
    let title =
        concat!(".TH TOUCHSTONE 1 \"\" \"touchstone ", env!("CARGO_PKG_VERSION"), "\" \"User Commands\"\n");
    let commands: Vec<String> = commands(&root).map(told).collect();
    [
        title,
        ".SH NAME\n",
        &section(&root, |man, page| man.render_name_section(page)),
        ".SH SYNOPSIS\n",
        &synopses(&root),
        ".SH DESCRIPTION\n",
        DESCRIPTION,
        ".SH OPTIONS\n",
        &section(&root, |man, page| man.render_options_section(page)),
        ".SH COMMANDS\n",
        &commands.concat(),
        ".SH KEYS\n",
        &keys(),
        REST,
    ]
    .concat()
}

#[test]
fn the_page_tells_the_arguments_and_keys_that_there_are() {
    let (page, file) = (page(), Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/touchstone.1"));
    if std::env::var_os(MAKE).is_some() {
        fs::write(&file, &page).expect("a written page");
    }
    assert!(
        fs::read_to_string(file).is_ok_and(|kept| kept == page),
        "assets/touchstone.1 is stale; make it anew with\n    {MAKE}=1 cargo test --test it man::"
    );
}

#[test]
fn the_synopsis_says_what_an_option_takes() {
    let page = Bench::new().run(&["man"]).done();
    for taken in
        [r"[\fB\-\-profile\fR \fINAME\fR]", r"[\fB\-\-profile\-file\fR \fIPATH\fR]", r"[\fB\-\-ascii\fR]"]
    {
        assert!(page.contains(taken), "{page}");
    }
}

#[test]
fn the_page_is_one_that_mandoc_reads_without_complaint() {
    let page = Bench::new().run(&["man"]).done();
    assert!(page.starts_with(".TH TOUCHSTONE 1 "), "{page}");
    let mut mandoc = Process::new("mandoc");
    mandoc
        .args(["-T", "lint", "-W", "style"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let Ok(mut mandoc) = mandoc.spawn() else { return skip("there is no mandoc") };
    mandoc.stdin.take().expect("a pipe").write_all(page.as_bytes()).expect("mandoc reads");
    let said = mandoc.wait_with_output().expect("mandoc ends").stdout;
    let said = String::from_utf8(said).expect("UTF-8");
    // A date would be that of nothing in particular, and how long a line of the source is nobody sees.
    let is_meant = |line: &&str| line.contains("missing date") || line.contains("longer than 80 bytes");
    let complaints: Vec<&str> = said.lines().filter(|line| !is_meant(line)).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}
