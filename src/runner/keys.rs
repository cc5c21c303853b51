//! The keys, read by a thread of their own, which rests while another program has them.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode};

use super::{Happening, signals};

/// How long it may take until the thread rests. Elsewhere than on Unix nothing wakes it but the end of the key press.
const PATIENCE: Duration = Duration::from_millis(if cfg!(unix) { 100 } else { 1000 });

/// How long the second part of what comes in two may take.
const MOMENT: Duration = Duration::from_millis(25);

/// The thread that reads keys.
#[derive(Debug)]
pub(super) struct Keys {
    rests: Sender<Rest>,
}

/// A time in which no key is read.
struct Rest {
    begun: Sender<()>,
    over: Receiver<()>,
}

/// Nobody here reads keys until this is dropped.
#[derive(Debug)]
#[must_use]
pub(super) struct Resting(#[expect(dead_code, reason = "that it is dropped ends the rest")] Sender<()>);

impl Keys {
    /// Begins to send all keys.
    pub(super) fn read(to_loop: Sender<Happening>) -> Self {
        let (rests, asked) = mpsc::channel();
        thread::spawn(move || forward(&to_loop, &asked));
        Self { rests }
    }

    /// Lets the thread rest, so that it takes no key from another program.
    ///
    /// None if it does not: it has read half of what some key sends, and the library then waits for the other half in a
    /// way that nothing ends. Whatever comes next ends it.
    pub(super) fn rest(&self) -> Option<Resting> {
        let (begun, has_begun) = mpsc::channel();
        let (ends, over) = mpsc::channel();
        self.rests.send(Rest { begun, over }).ok()?;
        signals::wake_reader();
        has_begun.recv_timeout(PATIENCE).ok().map(|()| Resting(ends))
    }
}

/// What comes within a moment, if anything does.
fn soon() -> Option<Event> {
    // If it can't be read, the next time tells why.
    event::poll(MOMENT).ok().filter(|more| *more).and_then(|_| event::read().ok())
}

/// The events that begin with `first`, without what is no key: where a report of the mouse comes in two parts, the library
/// takes the end of the first for Esc and the second for keys, which would weigh. In a storm of reports that happens.
fn mended(first: Event, mut next: impl FnMut() -> Option<Event>) -> Vec<Event> {
    let mut events = vec![first];
    for begins in [KeyCode::Esc, KeyCode::Char('['), KeyCode::Char('<')] {
        if events.last().and_then(typed) != Some(begins) {
            return events;
        }
        if begins != KeyCode::Char('<') {
            events.extend(next());
        }
    }
    loop {
        let Some(event) = next() else { return Vec::new() };
        match typed(&event) {
            Some(KeyCode::Char('0'..='9' | ';')) => {}
            Some(KeyCode::Char('M' | 'm')) => return Vec::new(),
            Some(_) | None => return vec![event],
        }
    }
}

/// The key of an event, if it was pressed without any other.
fn typed(event: &Event) -> Option<KeyCode> {
    event.as_key_press_event().filter(|key| key.modifiers.is_empty()).map(|key| key.code)
}

fn forward(to_loop: &Sender<Happening>, asked: &Receiver<Rest>) {
    loop {
        let events = match event::read() {
            Ok(event) => mended(event, soon).into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        };
        for event in events {
            let failed = event.is_err();
            if to_loop.send(Happening::Input(event)).is_err() || failed {
                return;
            }
        }
        while let Ok(rest) = asked.try_recv() {
            // Who asked may have given up waiting.
            if rest.begun.send(()).is_ok() {
                let _ = rest.over.recv();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyEvent, KeyModifiers};

    use super::*;

    fn key(c: char) -> Event {
        let code = if c == '\u{1b}' { KeyCode::Esc } else { KeyCode::Char(c) };
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    /// What becomes of these characters, as the library reads them one by one, where all come at once.
    fn mended_from(text: &str) -> Vec<Event> {
        let mut rest = text.chars().map(key);
        let mut all = Vec::new();
        while let Some(first) = rest.next() {
            all.extend(mended(first, || rest.next()));
        }
        all
    }

    #[test]
    fn a_report_of_the_mouse_in_two_parts_is_no_key() {
        for report in ["\u{1b}[<65;10;9M", "\u{1b}[<0;100;30m", "\u{1b}[<32;1;1M"] {
            assert_eq!(mended_from(report), []);
            assert_eq!(mended_from(&format!("9{report}u{report}")), [key('9'), key('u')]);
        }
    }

    #[test]
    fn keys_are_keys() {
        for text in ["9", "\u{1b}", "\u{1b}[", "\u{1b}<", "\u{1b}9[<", "[<9M", "\u{1b}[x9M", "\u{1b}\u{1b}"] {
            assert_eq!(mended_from(text), text.chars().map(key).collect::<Vec<_>>(), "{text:?}");
        }
        assert_eq!(mended_from("\u{1b}[<9x9"), [key('x'), key('9')]);
    }

    #[test]
    fn what_does_not_come_soon_is_not_waited_for() {
        assert_eq!(mended(key('\u{1b}'), || None), [key('\u{1b}')]);
        let mut one = Some(key('['));
        assert_eq!(mended(key('\u{1b}'), || one.take()), [key('\u{1b}'), key('[')]);
    }
}
