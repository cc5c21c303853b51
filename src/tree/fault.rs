//! What is wrong with the values of a tree.

use super::Place;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes that are wrong.
    pub place: Place,
    /// What is wrong with them and what was expected.
    pub message: String,
}

/// All that is wrong: the first ones in the order of the text, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    listed: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// How many are listed. A file can have millions, and nobody reads them.
    pub const MOST_LISTED: usize = 50;

    /// Notes one. Its message is only made if it is among the first.
    pub fn add(&mut self, place: Place, message: impl FnOnce() -> String) {
        let at = self.listed.partition_point(|fault| fault.place.start <= place.start);
        if self.listed.len() == Self::MOST_LISTED {
            self.more += 1;
            if at == Self::MOST_LISTED {
                return;
            }
            self.listed.pop();
        }
        self.listed.insert(at, Fault { place, message: message() });
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The first ones, in the order of the text.
    #[must_use]
    pub fn listed(&self) -> &[Fault] {
        &self.listed
    }

    /// How many there are beyond those.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self { listed: vec![fault], more: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ones_are_listed_in_the_order_of_the_text_whenever_they_are_found() {
        let mut faults = Faults::default();
        for at in (0..200).map(|i| i * 77 % 200) {
            faults.add(at..at + 1, || at.to_string());
        }
        let listed: Vec<usize> = faults.listed().iter().map(|fault| fault.place.start).collect();
        assert_eq!(listed, (0..Faults::MOST_LISTED).collect::<Vec<_>>());
        assert_eq!(faults.more(), 200 - Faults::MOST_LISTED);
    }

    #[test]
    fn two_at_one_place_keep_their_order() {
        let mut faults = Faults::default();
        faults.add(3..4, || "first".to_owned());
        faults.add(3..9, || "second".to_owned());
        let messages: Vec<&str> = faults.listed().iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(messages, ["first", "second"]);
    }
}
