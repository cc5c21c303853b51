//! Events of every kind in any order and on any screen: never a panic, and the state stays sound.

use std::collections::VecDeque;
use std::fs;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MediaKeyCode, ModifierKeyCode, MouseButton,
    MouseEvent, MouseEventKind,
};
use touchstone::decision;
use touchstone::explorer::{Explorer, Layer, LineDoes, Purpose, Turn};
use touchstone::profile::Profile;
use touchstone::program::Flow;
use touchstone::ron_text;
use touchstone::safe_text::SafeText;
use touchstone::tree::{Node, Place, Value};

use crate::support::journey::Journey;
use crate::support::keys::keys;
use crate::support::layers::{LAYERS, name_of};
use crate::support::random::Random;

const CHARACTERS: &str =
    "hjklgG0123456789*+-=_!uspSirdyxowmqaeAntDE?<>/z abc\n\u{e9}\u{6307}\u{1f468}\u{202e}";

const CODES: [KeyCode; 13] = [
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Tab,
];

/// Keys that only some keyboards have, or only some terminals tell.
const RARE: [KeyCode; 8] = [
    KeyCode::BackTab,
    KeyCode::Insert,
    KeyCode::F(1),
    KeyCode::F(255),
    KeyCode::Null,
    KeyCode::CapsLock,
    KeyCode::Media(MediaKeyCode::Play),
    KeyCode::Modifier(ModifierKeyCode::LeftShift),
];

const MODIFIERS: [KeyModifiers; 5] = [
    KeyModifiers::SHIFT,
    KeyModifiers::CONTROL,
    KeyModifiers::ALT,
    KeyModifiers::SUPER,
    KeyModifiers::CONTROL.union(KeyModifiers::ALT),
];

const KINDS: [KeyEventKind; 3] = [KeyEventKind::Press, KeyEventKind::Repeat, KeyEventKind::Release];

const MOUSE: [MouseEventKind; 9] = [
    MouseEventKind::Down(MouseButton::Left),
    MouseEventKind::Up(MouseButton::Left),
    MouseEventKind::Drag(MouseButton::Left),
    MouseEventKind::Drag(MouseButton::Middle),
    MouseEventKind::Moved,
    MouseEventKind::ScrollUp,
    MouseEventKind::ScrollDown,
    MouseEventKind::ScrollLeft,
    MouseEventKind::ScrollRight,
];

fn event(random: &mut Random) -> Event {
    let characters: Vec<char> = CHARACTERS.chars().collect();
    match random.below(80) {
        0 | 1 => Event::Paste((0..random.below(90)).map(|_| *random.of(&characters)).collect()),
        2 => Event::FocusGained,
        3 => Event::FocusLost,
        4 | 5 => Event::Mouse(MouseEvent {
            kind: *random.of(&MOUSE),
            column: small(random.below(400)),
            row: small(random.below(400)),
            modifiers: *random.of(&MODIFIERS),
        }),
        6 => Event::Key(random.of(&RARE).to_owned().into()),
        7 => Event::Key(KeyEvent::new_with_kind(
            *random.of(&CODES),
            *random.of(&MODIFIERS),
            *random.of(&KINDS),
        )),
        8 => {
            let code = KeyCode::Char(*random.of(&characters));
            Event::Key(KeyEvent::new_with_kind(code, *random.of(&MODIFIERS), *random.of(&KINDS)))
        }
        9 => {
            let [columns, rows] = size(random);
            Event::Resize(columns, rows)
        }
        10..=14 => {
            let c = *random.of(&['r', 'u', 'w', 'a', 'e', 'k', 'h', 'd', 'c', 'z']);
            Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
        }
        15..=40 => Event::Key(random.of(&CODES).to_owned().into()),
        _ => Event::Key(KeyCode::Char(*random.of(&characters)).into()),
    }
}

fn size(random: &mut Random) -> [u16; 2] {
    match random.below(12) {
        0 => [random.below(301), random.below(301)],
        1 => [random.below(42), random.below(12)],
        _ => [random.below(130), random.below(50)],
    }
    .map(small)
}

fn small(number: usize) -> u16 {
    u16::try_from(number).expect("small")
}

/// A comparison with many alternatives of very different sizes.
fn crowd() -> String {
    let alternative = |i: usize| {
        let claims = |prefix: &str, count: usize| -> String {
            let claim = |j| {
                format!("(id: \"{prefix}{j}\", title: \"Claim {prefix}{j}\", criterion: \"c{}\"),", j % 3)
            };
            (0..count).map(claim).collect()
        };
        format!(
            "(id: \"a{i}\", name: \"Alternative {i}\", pros: [{}], cons: [{}]),",
            claims("p", i * 3 % 8),
            claims("q", (i * 5 + 2) % 7)
        )
    };
    let alternatives: String = (0..5).map(alternative).collect();
    format!(
        "Comparison(format: 1, id: \"jewelry\", title: \"Crowd\",
            criteria: [(id: \"c0\", name: \"C0\"), (id: \"c1\", name: \"C1\"), (id: \"c2\", name: \"C2\")],
            alternatives: [{alternatives}])"
    )
}

/// What always holds.
fn assert_sound(explorer: &Explorer) {
    let comparison = explorer.comparison();
    let cursor = explorer.cursor();
    let claims = explorer.listing().pane(comparison, cursor.alternative);
    match cursor.claim {
        Some(claim) => assert!(claims.contains(&claim)),
        None => assert_eq!(claims.len(), 0, "{:?} {:?}", explorer.layer(), explorer.notice()),
    }
    // Only what is tried on or previewed is shown in place of what is open.
    let is_other = |layer: &Layer| matches!(layer, Layer::Profiles(_) | Layer::Trial(_));
    if !explorer.layer().all().any(is_other) {
        assert_eq!(explorer.profile(), explorer.open().profile());
    }
    // Layers do not pile up.
    assert!(explorer.layer().all().count() < 10, "{:?}", explorer.layer());
    match explorer.layer() {
        Layer::Panes | Layer::Help(_) | Layer::Explaining(_) | Layer::Typing(_) | Layer::Replacing(_) => {}
        Layer::Adding(adding) => {
            let after = adding.after().map(|after| &comparison[after]);
            assert!(after.is_none_or(|after| after.polarity == adding.polarity()), "{adding:?}");
            assert!(after.is_none_or(|after| after.alternative == adding.alternative()), "{adding:?}");
            assert_eq!(adding.alternative(), cursor.alternative);
        }
        Layer::Finding(finding) => {
            assert!(finding.found().iter().all(|claim| comparison.claims().any(|(at, _)| at == *claim)));
        }
        Layer::Pasting(pasting) => assert!(!pasting.lines().is_empty()),
        Layer::Editing(editing) => assert!(editing.at() < editing.parts().len(), "{editing:?}"),
        Layer::Sides(sides) => assert!(sides.at() < sides.others().len(), "{sides:?}"),
        Layer::Alternatives(list) => assert!(list.at() < comparison.alternatives().len(), "{list:?}"),
        Layer::Files(files) => assert!(files.at() < files.lines().len(), "{files:?}"),
        Layer::Insight(insight) => {
            let lines = insight.lines().iter().filter(|line| line.is_selectable()).count();
            assert!(insight.at() < lines.max(1), "{insight:?}");
        }
        Layer::Ranking(ranking) => {
            assert!(ranking.at() < ranking.left().len().max(1), "{ranking:?}");
            assert!(
                ranking.conversation().picked().iter().all(|picked| !ranking.left().contains(picked)),
                "{ranking:?}"
            );
        }
        Layer::Question(question) => {
            let weight = explorer.profile().weight(comparison, question.reason());
            assert!(explorer.stance(question.reason()).on && weight.is_none(), "{question:?} {weight:?}");
            assert!(explorer.to_ask(question.conversation()).contains(&question.reason()), "{question:?}");
        }
        Layer::Choice(choice) => {
            let ways = match choice.turn() {
                Turn::Gut(_) => comparison.alternatives().len() + 1,
                Turn::Rest(_) | Turn::Enough(_) | Turn::Leaving(_) => 2,
            };
            assert!(choice.at() < ways, "{choice:?}");
        }
        Layer::Ending(ending) => {
            let answers = ending.conversation().asked().iter().filter(|(_, answer)| answer.is_some());
            let said = answers.count() + ending.conversation().picked().len();
            assert!(said <= explorer.assessment().weighed, "{ending:?}");
        }
        Layer::Deciding(deciding) => {
            let lines = deciding.lines().len();
            let all = comparison.alternatives().len() + usize::from(explorer.profile().decided.is_some());
            assert!(deciding.at() < lines && lines == all, "{deciding:?}");
        }
        Layer::Single(single) => assert_eq!(Some(single.claim()), cursor.claim),
        Layer::Profiles(profiles) => {
            assert!(profiles.chosen() < profiles.lines().len(), "{profiles:?}");
        }
        Layer::Company(company) => {
            assert!(company.at() < company.members().len() && !explorer.is_blind(), "{company:?}");
            assert!(company.line() <= company.parts().len(), "{company:?}");
        }
        Layer::Deleting(deleting) => assert!(!deleting.name().as_str().is_empty()),
        Layer::Conflict(conflict) => assert!(!conflict.told().is_empty()),
        Layer::Leaving(_) => assert!(explorer.unsaved()),
        Layer::Trial(trial) => assert!(!trial.weights().is_empty()),
    }
}

/// What follows from the profile follows from it still, and the profile can be written and read again.
fn assert_up_to_date(explorer: &Explorer) {
    let (comparison, profile) = (explorer.comparison(), explorer.profile());
    if explorer.is_blind() || profile.is_hidden(comparison) {
        // Nothing that is shown depends on weights and marks, but for how many there are.
        let mut blank = profile.clone();
        for (_, stance) in blank.stances_mut() {
            (stance.weight, stance.essential) = (None, false);
        }
        let mut expected = decision::assess(comparison, &blank);
        expected.weighed = decision::assess(comparison, profile).weighed;
        assert_eq!(*explorer.assessment(), expected);
    } else {
        assert_eq!(*explorer.assessment(), decision::assess(comparison, profile));
    }
    let draft = profile.to_ron(comparison).expect("a profile can be written");
    let read = Profile::from_draft(&draft, comparison).expect("what was written can be read");
    assert_eq!(read, *profile, "{draft}");
}

/// Sends this many events, after which every layer has had the keys.
fn press(comparison: &str, seed: u64, events: usize) {
    let mut random = Random::new(seed);
    let mut journey = Journey::on_file(comparison);
    let of_two = journey.explorer().comparison().alternatives().len() == 2;
    let mut visits = [0; LAYERS.len()];
    let mut queue = VecDeque::new();
    for _ in 0..events {
        if random.below(25) == 0 {
            let [columns, rows] = size(&mut random);
            journey.resize(columns, rows);
        }
        if random.below(100) == 0 {
            journey = kill(journey);
        }
        if let Some(name) = &journey.explorer().open().profile().name
            && random.below(50) == 0
        {
            journey.save_elsewhere(name.as_str());
        }
        // Whoever changes it, the window has the focus afterwards, as a rule.
        if random.below(40) == 0 {
            change_file(&journey, comparison, &mut random);
            if random.below(4) > 0 {
                queue.push_back(Event::FocusGained);
            }
        }
        // Names are of a few, so that some are there already.
        if matches!(journey.explorer().layer(), Layer::Typing(typing) if matches!(typing.purpose(), Purpose::Save(_)))
            && random.below(8) == 0
        {
            let name = *random.of(&["mine", "yours"]);
            queue.extend(keys(&format!("CTRL-U '{name}' ENTER")).into_iter().map(Event::Key));
        }
        // Few of its lines do anything, and those at a distance.
        if let Layer::Insight(insight) = journey.explorer().layer()
            && random.below(8) == 0
        {
            let mut lines = insight.lines().iter().filter(|line| line.is_selectable());
            let place = lines.position(|line| line.does() == LineDoes::TryOn).unwrap_or(random.below(20));
            let line = format!("HOME {}ENTER", "DOWN ".repeat(place));
            queue.extend(keys(&line).into_iter().map(Event::Key));
        }
        // What is ruled out is not asked about, and of random marks there are many: a new profile has none.
        if matches!(journey.explorer().layer(), Layer::Panes) && random.below(400) == 0 {
            let presets = journey.explorer().comparison().presets().len();
            let line = format!("p HOME {} ENTER d w ENTER d", "DOWN ".repeat(presets));
            queue.extend(keys(&line).into_iter().map(Event::Key));
        }
        // Two sides of one thing are far down a list, and questions behind an order.
        if matches!(journey.explorer().layer(), Layer::Panes) && random.below(150) == 0 {
            queue.extend(keys("'e'").into_iter().map(Event::Key));
        }
        if matches!(journey.explorer().layer(), Layer::Editing(_)) && random.below(8) == 0 {
            queue.extend(keys("HOME DOWN DOWN ENTER DOWN ENTER").into_iter().map(Event::Key));
        }
        // What was decided is written down where much else is done.
        if matches!(journey.explorer().layer(), Layer::Insight(_) | Layer::Ending(_)) && random.below(20) == 0
        {
            queue.extend(keys("d").into_iter().map(Event::Key));
        }
        if matches!(journey.explorer().layer(), Layer::Deciding(_)) && random.below(2) == 0 {
            queue.extend(keys("HOME ENTER").into_iter().map(Event::Key));
        }
        if matches!(journey.explorer().layer(), Layer::Ranking(_)) && random.below(8) == 0 {
            queue.extend(keys("'d'").into_iter().map(Event::Key));
        }
        // Few conversations come to an end by answers alone.
        if matches!(journey.explorer().layer(), Layer::Question(_)) && random.below(8) == 0 {
            queue.extend(keys("d").into_iter().map(Event::Key));
        }
        // Once all is weighed, nothing is asked about.
        if matches!(journey.explorer().layer(), Layer::Panes) && random.below(100) == 0 {
            queue.extend(keys("BACKSPACE w ENTER d").into_iter().map(Event::Key));
        }
        // Only a saved profile can be deleted.
        if matches!(journey.explorer().layer(), Layer::Profiles(_)) && random.below(8) == 0 {
            let line = "DOWN ".repeat(random.below(12)) + "'d'";
            queue.extend(keys(&line).into_iter().map(Event::Key));
        }
        let event = queue.pop_front().unwrap_or_else(|| event(&mut random));
        let before = journey.screen().clone();
        match journey.send(event.clone()) {
            Flow::Idle => assert_eq!(*journey.screen(), before, "{event:?} changed something in silence"),
            Flow::Changed | Flow::Suspend => {}
            Flow::Copy(text) => assert_eq!(&*SafeText::text(&text), text, "it would be copied unsafe"),
            Flow::Edit(_) => {
                let ended = if random.below(3) == 0 { Err("it failed".to_owned()) } else { Ok(()) };
                journey.edited(ended);
            }
            Flow::Quit => {
                // Who leaves has saved what there was, or given it up.
                journey.keep_draft();
                journey = journey.start_again();
                assert!(!journey.explorer().unsaved(), "it brought back what was given up");
            }
            Flow::Die(signal) => panic!("{event:?} is no signal {signal}"),
        }
        assert_sound(journey.explorer());
        if random.below(20) == 0 {
            assert_up_to_date(journey.explorer());
        }
        let layer = name_of(journey.explorer().layer());
        visits[LAYERS.iter().position(|name| *name == layer).expect("a layer")] += 1;
    }
    let visits: Vec<(&str, usize)> = LAYERS.iter().copied().zip(visits).collect();
    // Among three and more nothing has two sides.
    let never = if of_two { "" } else { "sides" };
    assert!(visits.iter().all(|(layer, visits)| *visits > 0 || *layer == never), "{visits:?}");
}

/// Lets somebody change the file of a comparison: fewer lines in another order, another id of all or of one alternative,
/// half of it, or nothing that is left.
fn change_file(journey: &Journey, comparison: &str, random: &mut Random) {
    match random.below(8) {
        0 => drop(fs::remove_file(journey.file())),
        1 => journey.write_file(&comparison[..random.below(comparison.len() / 2)]),
        2 => journey.write_file(&comparison.replacen("id: \"jewelry\"", "id: \"other\"", 1)),
        3 => {
            let one = if random.below(2) == 0 { "a1" } else { "handmade" };
            journey.write_file(&comparison.replace(&format!("id: \"{one}\""), "id: \"another\""));
        }
        4 | 5 => journey.write_file(&with_fewer_claims(comparison, random)),
        _ => journey.write_file(comparison),
    }
}

/// A comparison without some of its claims, and with two others in each other's place.
fn with_fewer_claims(comparison: &str, random: &mut Random) -> String {
    let tree = ron_text::read(comparison, "Comparison").expect("sound syntax");
    let claims: Vec<Place> =
        lists(&tree.root, &["pros", "cons"]).iter().map(|node| node.place.clone()).collect();
    let place = random.below(claims.len() - 1);
    let mut changed = String::new();
    let mut end = 0;
    for (at, claim) in claims.iter().enumerate() {
        changed.push_str(&comparison[end..claim.start]);
        end = claim.end;
        match at {
            _ if at == place => changed.push_str(&comparison[claims[place + 1].clone()]),
            _ if at == place + 1 => changed.push_str(&comparison[claims[place].clone()]),
            // With the comma behind it.
            _ if random.below(6) == 0 => end += 1,
            _ => changed.push_str(&comparison[claim.clone()]),
        }
    }
    changed + &comparison[end..]
}

/// All values in lists of these names, however deep.
fn lists<'n>(node: &'n Node<'n>, names: &[&str]) -> Vec<&'n Node<'n>> {
    match &node.value {
        Value::Group(_, fields) => {
            let found = fields.iter().flat_map(|field| match &field.node.value {
                Value::List(nodes) if names.contains(&field.name) => nodes.iter().collect(),
                _ => lists(&field.node, names),
            });
            found.collect()
        }
        Value::List(nodes) => nodes.iter().flat_map(|node| lists(node, names)).collect(),
        _ => Vec::new(),
    }
}

/// Kills the program once it has nothing else to do; what was unsaved is there again, but for what is only tried on or previewed.
fn kill(mut journey: Journey) -> Journey {
    journey.keep_draft();
    let open = journey.explorer().open();
    let (profile, unsaved) = (open.profile().clone(), open.unsaved());
    let document = journey.explorer().document();
    let (text, written) = (document.text().to_owned(), document.unsaved());
    let journey = journey.start_again();
    if unsaved {
        assert_eq!(*journey.explorer().profile(), profile, "not all was brought back");
    }
    if written {
        assert_eq!(journey.explorer().document().text(), text, "not all was brought back");
    }
    // What was unsaved may be in the file by now: another window may have saved the same, or put back what was gone.
    assert!(written || !journey.explorer().document().unsaved());
    assert!(unsaved || !journey.explorer().open().unsaved());
    journey
}

/// A quarter of all events in each of four runs, so that they run side by side.
macro_rules! runs {
    ($($name:ident, $long:ident: $comparison:expr, $seed:literal;)*) => {
        $(
            #[test]
            fn $name() {
                press(&$comparison, $seed, 12_500);
            }

            #[test]
            #[ignore = "the long run: 1 million events in all"]
            fn $long() {
                press(&$comparison, $seed, 250_000);
            }
        )*
    };
}

runs! {
    events_in_any_order_keep_the_bundled_comparison_sound, long_run_of_events_on_the_bundled_comparison:
        touchstone::JEWELRY, 1;
    events_in_another_order_keep_the_bundled_comparison_sound, long_run_of_other_events_on_the_bundled_comparison:
        touchstone::JEWELRY, 2;
    events_in_any_order_keep_a_crowd_sound, long_run_of_events_on_a_crowd: crowd(), 1;
    events_in_another_order_keep_a_crowd_sound, long_run_of_other_events_on_a_crowd: crowd(), 2;
}
