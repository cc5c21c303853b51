//! No character of a file reaches the terminal that could drive it or hide what is written.

use std::fmt::Write;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::profile::{Profile, ProfileName};
use touchstone::program::Program;
use touchstone::shown::is_forbidden;
use touchstone::store::{Over, Store};
use touchstone::view::Theme;

/// How many hostile characters one text holds.
const AT_ONCE: usize = 150;

/// A comparison that holds `hostile` in every field that is shown.
fn comparison(hostile: &str) -> String {
    format!(
        "Comparison(format: 1, id: \"x\", title: \"T{hostile}\", summary: \"{hostile}\", source: \"{hostile}s\",
            criteria: [(id: \"c\", name: \"C{hostile}\")],
            alternatives: [
                (id: \"a\", name: \"A{hostile}\", summary: \"{hostile}\",
                 pros: [(id: \"p\", title: \"P{hostile}\", criterion: \"c\", detail: \"D{hostile}\")], cons: []),
                (id: \"b\", name: \"B{hostile}\",
                 pros: [], cons: [(id: \"q\", title: \"Q{hostile}\", criterion: \"c\", detail: \"{hostile}\")]),
            ],
            presets: [(id: \"x\", name: \"X{hostile}\", summary: \"{hostile}\", weights: {{\"c\": 9}})],
        )"
    )
}

/// Everything that is sent to a terminal in a visit to every layer.
fn sent(hostile: &str) -> String {
    let escaped: String = hostile.chars().fold(String::new(), |mut text, c| {
        write!(text, "\\u{{{:x}}}", u32::from(c)).expect("a text takes all");
        text
    });
    let comparison = Comparison::from_ron(&comparison(&escaped)).expect("a sound comparison");
    let note = format!(
        "Profile(format: 1, comparison: \"x\", name: \"n\", stances: {{\"a/p\": (note: \"N{escaped}\")}})"
    );
    let profile = Profile::from_ron(&note, &comparison).expect("a sound profile");
    let folder = TempDir::new().expect("a temporary folder");
    let store = Store::new(folder.path(), &comparison);
    store.save(&ProfileName::new("n").expect("a name"), &profile, &Over::Nothing).expect("a saved profile");
    let mut program = Program::open(comparison, profile.name, store, Theme::colored()).expect("a program");
    let mut bytes = Vec::new();
    let viewport = Viewport::Fixed(Rect::new(0, 0, 120, 40));
    let options = TerminalOptions { viewport };
    let mut terminal =
        Terminal::with_options(CrosstermBackend::new(&mut bytes), options).expect("a terminal");
    let keys = ["", "9", "j", "!", "u", "i", "\u{1b}", "w", "\u{1b}", "p", "\u{1b}", "S"];
    for key in keys {
        if let Some(c) = key.chars().next() {
            let code = if c == '\u{1b}' { KeyCode::Esc } else { KeyCode::Char(c) };
            let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
            program.take(event);
        }
        draw(&mut terminal, &mut program);
    }
    program.take(Event::Paste(hostile.to_owned()));
    draw(&mut terminal, &mut program);
    drop(terminal);
    String::from_utf8(bytes).expect("UTF-8")
}

fn draw(terminal: &mut Terminal<CrosstermBackend<&mut Vec<u8>>>, program: &mut Program) {
    terminal.draw(|frame| program.draw(frame.area(), frame.buffer_mut())).expect("a drawn frame");
}

/// What is left without the control sequences that drawing itself makes: ESC, `[`, parameters, a letter.
fn without_our_sequences(sent: &str) -> String {
    let mut rest = String::new();
    let mut chars = sent.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' && chars.peek() == Some(&'[') {
            let end = chars.by_ref().skip(1).find(|c| !c.is_ascii_digit() && !";?:".contains(*c));
            assert!(end.is_some_and(|end| "mHhlJK".contains(end)), "an unknown sequence ends in {end:?}");
        } else {
            rest.push(c);
        }
    }
    rest
}

#[test]
fn no_forbidden_character_reaches_the_terminal() {
    let forbidden: Vec<char> =
        (0..=0x10_ffff_u32).filter_map(char::from_u32).filter(|c| is_forbidden(*c)).collect();
    assert!(forbidden.len() > 140_000, "{}", forbidden.len());
    for chunk in forbidden.chunks(AT_ONCE) {
        let hostile: String = chunk.iter().collect();
        let rest = without_our_sequences(&sent(&hostile));
        let found: Vec<char> = rest.chars().filter(|c| is_forbidden(*c)).collect();
        assert!(found.is_empty(), "{found:?} of {:x?}", chunk.first().map(|c| u32::from(*c)));
    }
}
