//! Every key: the one table that dispatch, footer, help, dialogs and notices are computed from.

use crossterm::event::KeyCode;

use super::key::Key;
use super::row::Row;
use crate::explorer::{Command, Layer, LineDoes, Motion, Purpose, Reweigh, Turn};
use crate::weight::Weight;

pub(super) const ENTER: Key = Key::of(KeyCode::Enter);
const ESC: Key = Key::of(KeyCode::Esc);
const BACKSPACE: Key = Key::of(KeyCode::Backspace);

const fn char(c: char) -> Key {
    Key::char(c)
}

/// Where letters are typed.
const ARROW_UP: (&[Key], Command) = (&[Key::of(KeyCode::Up)], Command::Move(Motion::Up));
const ARROW_DOWN: (&[Key], Command) = (&[Key::of(KeyCode::Down)], Command::Move(Motion::Down));

const UP: (&[Key], Command) = (&[Key::of(KeyCode::Up), char('k')], Command::Move(Motion::Up));
const DOWN: (&[Key], Command) = (&[Key::of(KeyCode::Down), char('j')], Command::Move(Motion::Down));
const LEFT: (&[Key], Command) = (&[Key::of(KeyCode::Left), char('h')], Command::Move(Motion::Left));
const RIGHT: (&[Key], Command) = (&[Key::of(KeyCode::Right), char('l')], Command::Move(Motion::Right));

const PAGING: Row = Row::new(
    &[
        (&[Key::of(KeyCode::PageUp)], Command::Move(Motion::PageUp)),
        (&[Key::of(KeyCode::PageDown)], Command::Move(Motion::PageDown)),
    ],
    "",
)
.help("one page up or down");
const ENDS: Row = Row::new(
    &[
        (&[Key::of(KeyCode::Home), char('g')], Command::Move(Motion::First)),
        (&[Key::of(KeyCode::End), char('G')], Command::Move(Motion::Last)),
    ],
    "",
)
.help("to the first or last line");

/// How lists are moved through.
const SCROLLING: &[Row] = &[Row::new(&[UP, DOWN], "move").help("up and down"), PAGING, ENDS];

/// How a text is read on that may be longer than its box.
const READING: &[Row] = &[Row::new(&[UP, DOWN], "read on").help("up and down").rank(1), PAGING, ENDS];

const MOVING: &[Row] = &[
    Row::new(&[UP, DOWN, LEFT, RIGHT], "move").help("within a pane and to the pane beside").rank(6),
    Row::new(
        &[
            (&[Key::of(KeyCode::Tab)], Command::Move(Motion::Right)),
            (&[Key::of(KeyCode::BackTab)], Command::Move(Motion::Left)),
        ],
        "",
    )
    .help("to the next pane and to the one before"),
    PAGING,
    ENDS,
    FIND.hinted("find").rank(1),
    Row::new(&[(&[char('z')], Command::List)], "").help("only what counts, the heaviest first; again: all"),
];

const FIND: Row = Row::new(&[(&[char('/')], Command::Find)], "").help("find words, as you type");

const fn weigh(points: u8) -> Command {
    Command::Weigh(Reweigh::To(Weight::clamped(points)))
}

const DIGITS: Row = Row::new(
    &[
        (&[char('0')], weigh(0)),
        (&[char('1')], weigh(1)),
        (&[char('2')], weigh(2)),
        (&[char('3')], weigh(3)),
        (&[char('4')], weigh(4)),
        (&[char('5')], weigh(5)),
        (&[char('6')], weigh(6)),
        (&[char('7')], weigh(7)),
        (&[char('8')], weigh(8)),
        (&[char('9')], weigh(9)),
    ],
    "matters",
)
.help("how much it matters, from not at all")
.rank(7);
const MOST: Row = Row::new(&[(&[char('*')], weigh(Weight::MOST))], "").help("it matters most: 10");

const WEIGHING: &[Row] = &[
    Row::new(&[(&[char(' ')], Command::Toggle)], "on/off").help("switch the line on or off").rank(4),
    DIGITS,
    MOST,
    Row::new(
        &[
            (&[char('+'), char('=')], Command::Weigh(Reweigh::More)),
            (&[char('-'), char('_')], Command::Weigh(Reweigh::Less)),
        ],
        "weight",
    )
    .help("one point more or less; starts at 5")
    .rank(0),
    Row::new(&[(&[BACKSPACE], Command::Weigh(Reweigh::Unset))], "").help("not thought about yet: unset"),
    Row::new(&[(&[char('!')], Command::Essential)], "").help("a must-have, or a deal-breaker"),
    // However narrow the screen, the last three that the footer names are these, and how to be asked and helped.
    Row::new(&[(&[char('u')], Command::Undo)], "undo").rank(8),
    Row::new(&[(&[Key::ctrl('r')], Command::Redo)], "").help("redo"),
];

const COUNTING: &[Row] = &[
    Row::new(&[(&[char('m')], Command::Counting)], "")
        .help("two sides of one thing: one weight for both, or one each"),
    Row::new(&[(&[char('<')], Command::Narrower), (&[char('>')], Command::Wider)], "")
        .help("how far your numbers may be off: 0 to 5"),
];

const UNDERSTANDING: &[Row] = &[
    Row::new(&[(&[char('w')], Command::AskMe)], "ask me").help("be asked what matters").rank(8),
    Row::new(&[(&[ENTER], Command::AskAboutThis)], "").help("read all of this line and be asked about it"),
    Row::new(&[(&[char('i')], Command::Insight)], "insight").help("insight: everything behind the answer"),
    BLIND_ROW.unsaid(),
];

const BLIND_ROW: Row = Row::new(&[(&[char('b')], Command::Blind)], "blind")
    .help("weigh blind: the answer is hidden until all is weighed")
    .rank(2);

const WRITING: &[Row] = &[
    Row::new(&[(&[char('a')], Command::Add)], "add").help("type what speaks for it or against it").rank(1),
    Row::new(&[(&[char('e')], Command::EditLine)], "").help("change what the line says, or its other side"),
    Row::new(&[(&[char('n')], Command::Note)], "").help("note something on the line"),
    Row::new(&[(&[char('D')], Command::DeleteLine)], "").help("delete the line"),
    Row::new(&[(&[char('A')], Command::Alternatives)], "")
        .help("what there is to choose from: add, rename, delete"),
    Row::new(&[(&[char('t')], Command::Question)], "").help("the question itself"),
    Row::new(&[(&[char('E')], Command::Editor)], "").help("open the file in your own editor, at this line"),
];

const KEEPING: &[Row] = &[
    Row::new(&[(&[char('s')], Command::Save)], "save").help("save what is not saved").rank(4),
    Row::new(&[(&[char('S')], Command::SaveAs)], "").help("save it under another name"),
    Row::new(&[(&[char('p')], Command::Profiles)], "profiles")
        .help("open, rename or delete one; bring one in; presets")
        .rank(1),
    Row::new(&[(&[char('c')], Command::Compare)], "")
        .help("people side by side, and the smallest concession"),
    Row::new(&[(&[char('o')], Command::Files)], "").help("open another comparison, or begin one of your own"),
];

const GIVING: &[Row] = &[
    Row::new(&[(&[char('y')], Command::Copy)], "").help("copy the answer, in Markdown"),
    Row::new(&[(&[char('x')], Command::Export)], "")
        .help("write the answer, or the profile to send, into a file"),
];

const ENDING: &[Row] = &[
    Row::new(&[(&[char('?')], Command::Help)], "help").help("all keys and signs").rank(9),
    Row::new(&[(&[char('q')], Command::Quit)], "quit").help("quit; asks if something is unsaved").rank(2),
    // It has nothing to back out of, and is no dead key either.
    Row::new(&[(&[ESC], Command::Back)], "").help("back out of a dialog"),
];

/// What works in every layer.
const EVERYWHERE: &[Row] = &[
    Row::new(&[(&[Key::ctrl('c')], Command::Interrupt)], "").help("quit; a second time without asking"),
    Row::new(&[(&[Key::ctrl('z')], Command::Suspend)], "").help("suspend; fg in the shell brings it back"),
];

const fn accept(does: &'static str) -> Row {
    Row::new(&[(&[ENTER], Command::Accept)], does)
}

const fn back(keys: &'static [(&'static [Key], Command)], does: &'static str) -> [Row; 1] {
    [Row::new(keys, does).rank(8)]
}

/// In every layer but the panes in which no text is typed.
const HELPED: &[Row] =
    &[Row::new(&[(&[char('?')], Command::Help)], "help").help("all keys and signs").rank(3)];

const BLIND: &[Row] = &[BLIND_ROW];
const BLIND_UNSAID: &[Row] = &[BLIND_ROW.unsaid()];

const BACK: &[Row] = &back(&[(&[ESC], Command::Back)], "back");

const FINDS: &[Row] = &[FIND.hinted("find")];
const HELP: &[Row] = &back(&[(&[ESC, char('?'), char('q')], Command::Back)], "back");
const GO_THERE: &[Row] = &[accept("go there")];
const TRY_ON: &[Row] = &[accept("try it on")];
const TRIAL: &[Row] = &[accept("keep it")];
const DROP: &[Row] = &back(&[(&[ESC], Command::Back)], "drop it");
const INSIGHT_BACK: &[Row] = &back(&[(&[ESC, char('i'), char('q')], Command::Back)], "back");
const RANKING: &[Row] = &[
    Row::new(&[(&[ENTER, char(' ')], Command::Accept)], "pick"),
    Row::new(&[(&[char('d')], Command::Enough)], "that is all"),
];
const STEP_BACK: &[Row] = &[Row::new(&[(&[BACKSPACE, char('u')], Command::StepBack)], "step back")];
const STEP_BACK_UNSAID: &[Row] =
    &[Row::new(&[(&[BACKSPACE, char('u')], Command::StepBack)], "")
        .help("step back, which here leads nowhere")];
const ANSWERING: &[Row] =
    &[DIGITS, Row::new(&[(&[char('*')], weigh(Weight::MOST))], "10").help("it matters most: 10")];
const QUESTION: &[Row] = &[
    Row::new(&[(&[ENTER, char(' ')], Command::Accept)], "skip"),
    Row::new(&[(&[char('d')], Command::Enough)], "stop"),
];
const CHOICE: &[Row] = &[Row::new(&[(&[ENTER, char(' ')], Command::Accept)], "this one")];
const DECIDE: &[Row] =
    &[Row::new(&[(&[char('d')], Command::Decide)], "decide").help("write down what you chose, and why")];
const EXPLAINING: &[Row] = &[accept("write it down")];
const LEAVE: &[Row] = &back(&[(&[ESC], Command::Back)], "leave");
const GO_ON: &[Row] = &back(&[(&[ESC, BACKSPACE, char('u')], Command::Back)], "go on asking");
const ENDING_DONE: &[Row] = &back(&[(&[ENTER, ESC, char(' '), char('q')], Command::Back)], "done");
const SINGLE: &[Row] = &back(&[(&[ESC, ENTER, char('q')], Command::Back)], "back");
const RENAME: Row = Row::new(&[(&[char('r')], Command::Rename)], "rename");
const DELETE: Row = Row::new(&[(&[char('d')], Command::Delete)], "delete");
const BRING_BACK: Row =
    Row::new(&[(&[char('u')], Command::Undo)], "").help("bring back what was deleted last");
const PROFILES: &[Row] = &[accept("open"), RENAME, DELETE, BRING_BACK];
/// The list on a line that stays as it is: a key that says why is no key to offer.
const PRESETS: &[Row] = &[
    accept("open"),
    RENAME.unsaid().help("rename a saved one"),
    DELETE.unsaid().help("delete a saved one"),
    BRING_BACK,
];
const COMPANY: &[Row] = &[
    accept("open").help("open that profile, at the chosen reason"),
    Row::new(&[LEFT, RIGHT], "who").help("to the one beside"),
    Row::new(
        &[
            (&[Key::of(KeyCode::Tab)], Command::Move(Motion::Right)),
            (&[Key::of(KeyCode::BackTab)], Command::Move(Motion::Left)),
        ],
        "",
    )
    .help("to the next one and to the one before"),
    Row::new(&[(&[char(' ')], Command::Toggle)], "in/out").help("let that one take part, or not").rank(6),
];
const PASSING_ON: &[Row] = &[
    Row::new(&[(&[char('x')], Command::Export)], "write").help("write this page into a file").rank(2),
    Row::new(&[(&[char('y')], Command::Copy)], "copy").help("copy this page, in Markdown").rank(1),
];
const COMPANY_BACK: &[Row] = &back(&[(&[ESC, char('c'), char('q')], Command::Back)], "back");
const NAMING: &[Row] = &[accept("take this name")];
const BRINGING_IN: &[Row] = &[accept("open it")];
const TYPING: &[Row] = &[accept("take it")];
const LINES: &[Row] = &[
    accept("new line, on an empty one: done"),
    Row::new(&[(&[Key::ctrl('j')], Command::NewLine)], "empty line").rank(0),
    Row::new(&[ARROW_UP, ARROW_DOWN], "move").rank(1),
];
const FINDING: &[Row] = &[
    Row::new(
        &[
            ARROW_UP,
            ARROW_DOWN,
            (&[Key::of(KeyCode::Left), Key::of(KeyCode::BackTab)], Command::Move(Motion::Left)),
            (&[Key::of(KeyCode::Right), Key::of(KeyCode::Tab)], Command::Move(Motion::Right)),
        ],
        "among these",
    ),
    PAGING,
    accept("stay").rank(7),
];
const FINDING_HELP: &[Row] = &[Row::new(&[ARROW_UP, ARROW_DOWN], "move"), PAGING, accept("stay")];
const FOUND_NOTHING: &[Row] = &back(&[(&[ESC], Command::Back)], "back");
const BEGINNING: &[Row] = &[accept("next")];
const ADDING: &[Row] = &[
    accept("add it"),
    Row::new(&[(&[Key::of(KeyCode::Tab)], Command::Move(Motion::Right))], "other pane"),
    Row::new(&[(&[Key::of(KeyCode::BackTab)], Command::Move(Motion::Left))], "the one before").rank(0),
];
const DONE: &[Row] = &back(&[(&[ESC], Command::Back)], "done");
const EDITING: &[Row] = &[accept("change")];
const EDITING_DONE: &[Row] = &back(&[(&[ESC, char('q')], Command::Back)], "done");
const SIDES: &[Row] = &[accept("this one")];
const ALTERNATIVES: &[Row] = &[
    Row::new(&[(&[char('a')], Command::Add)], "add"),
    Row::new(&[(&[char('r'), ENTER], Command::Rename)], "rename"),
    Row::new(&[(&[char('d')], Command::Delete)], "delete"),
    Row::new(&[(&[char('u')], Command::Undo)], "undo"),
];
const FILES: &[Row] = &[accept("open")];
const ASKING: &[Row] = &[Row::new(&[(&[char('y')], Command::Accept)], "yes")];
const CONFLICT: &[Row] = &[
    Row::new(&[(&[char('r')], Command::Reload)], "reload"),
    Row::new(&[(&[char('S')], Command::SaveAs)], "save as"),
    Row::new(&[(&[char('o')], Command::Overwrite)], "overwrite"),
];
const LEAVING: &[Row] = &[
    Row::new(&[(&[char('s')], Command::Accept)], "save"),
    Row::new(&[(&[char('d')], Command::Discard)], "discard"),
];
const STAY: &[Row] = &back(&[(&[ESC], Command::Back)], "stay");

/// The groups of rows that work in a layer, in the order of its footer.
pub(super) fn groups(layer: &Layer) -> &'static [&'static [Row]] {
    match layer {
        Layer::Panes => &[MOVING, WEIGHING, UNDERSTANDING, COUNTING, WRITING, KEEPING, GIVING, ENDING],
        Layer::Help(_) => &[SCROLLING, FINDS, HELP],
        Layer::Insight(insight) => match insight.does() {
            LineDoes::Nothing => &[SCROLLING, COUNTING, DECIDE, GIVING, INSIGHT_BACK, HELPED],
            LineDoes::GoThere => &[GO_THERE, SCROLLING, COUNTING, DECIDE, GIVING, INSIGHT_BACK, HELPED],
            LineDoes::TryOn => &[TRY_ON, SCROLLING, COUNTING, DECIDE, GIVING, INSIGHT_BACK, HELPED],
        },
        Layer::Trial(_) => &[TRIAL, MOVING, DROP, HELPED],
        Layer::Ranking(_) => &[RANKING, STEP_BACK, SCROLLING, BLIND, LEAVE, HELPED],
        Layer::Question(_) => &[ANSWERING, QUESTION, STEP_BACK, READING, BLIND, LEAVE, HELPED],
        Layer::Choice(choice) => match choice.turn() {
            Turn::Gut(_) => &[CHOICE, STEP_BACK_UNSAID, SCROLLING, BLIND, LEAVE, HELPED],
            Turn::Rest(_) | Turn::Enough(_) => &[CHOICE, STEP_BACK, SCROLLING, BLIND_UNSAID, LEAVE, HELPED],
            Turn::Leaving(_) => &[CHOICE, SCROLLING, GO_ON, HELPED],
        },
        Layer::Ending(_) => &[ENDING_DONE, DECIDE, STEP_BACK, READING, BLIND_UNSAID, HELPED],
        Layer::Deciding(_) => &[CHOICE, SCROLLING, BACK, HELPED],
        Layer::Explaining(_) => &[EXPLAINING, BACK],
        Layer::Single(_) => &[ANSWERING, READING, SINGLE, HELPED],
        Layer::Company(_) => &[COMPANY, SCROLLING, PASSING_ON, COMPANY_BACK, HELPED],
        Layer::Profiles(profiles) if profiles.can_change() => &[PROFILES, SCROLLING, BACK, HELPED],
        Layer::Profiles(_) => &[PRESETS, SCROLLING, BACK, HELPED],
        Layer::Typing(typing) => match typing.purpose() {
            Purpose::Begin(_) => &[BEGINNING, BACK],
            Purpose::Save(_) | Purpose::Rename(_) | Purpose::SaveFile(_) | Purpose::Export => &[NAMING, BACK],
            Purpose::BringIn => &[BRINGING_IN, BACK],
            Purpose::Of(_) => {
                if typing.entry().has_lines() {
                    &[LINES, BACK]
                } else {
                    &[TYPING, BACK]
                }
            }
        },
        Layer::Finding(finding) => match finding.over() {
            Layer::Help(_) => &[FINDING_HELP, FOUND_NOTHING],
            _ => &[FINDING, FOUND_NOTHING],
        },
        Layer::Adding(_) => &[ADDING, DONE],
        Layer::Editing(_) => &[EDITING, SCROLLING, EDITING_DONE, HELPED],
        Layer::Sides(_) => &[SIDES, SCROLLING, BACK, HELPED],
        Layer::Alternatives(_) => &[ALTERNATIVES, SCROLLING, EDITING_DONE, HELPED],
        Layer::Files(_) => &[FILES, SCROLLING, BACK, HELPED],
        Layer::Deleting(_) | Layer::Replacing(_) | Layer::Pasting(_) => &[ASKING, BACK, HELPED],
        Layer::Conflict(_) => &[CONFLICT, BACK, HELPED],
        Layer::Leaving(_) => &[LEAVING, STAY, HELPED],
    }
}

/// All rows that work in a layer, in the order of its footer.
pub(super) fn rows(layer: &Layer) -> impl Iterator<Item = &'static Row> {
    groups(layer).iter().copied().chain([EVERYWHERE]).flatten()
}

/// The groups of rows that the help lists, under their headings.
pub(super) const CHAPTERS: &[(&str, &[&[Row]])] = &[
    ("Moving", &[MOVING]),
    ("Weighing", &[WEIGHING]),
    ("Understanding", &[UNDERSTANDING, COUNTING]),
    ("Writing", &[WRITING]),
    ("Keeping", &[KEEPING, GIVING]),
    ("Leaving", &[ENDING, EVERYWHERE]),
];
