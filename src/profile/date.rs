//! A day of the calendar.

use std::fmt;

/// A day of the Gregorian calendar, in one of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// A day by its numbers, each counted from 1; none if the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => 0,
        };
        let is_day = (1..=9999).contains(&year) && (1..=days).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// Reads what is written as by [`fmt::Display`], and nothing else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok()?;
        let [month, day] = [parts.next()?, parts.next()?].map(|part| part.parse().ok());
        Self::new(year, month?, day?).filter(|date| date.to_string() == text)
    }

    /// As people write it, such as "25 November 2026".
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }
}

impl fmt::Display for Date {
    /// As files have it, such as 2026-11-25 (ISO 8601).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_read_as_it_is_written() {
        let mut days = 0;
        for year in [1, 1900, 1999, 2000, 2026, 2028, 9999] {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let Some(date) = Date::new(year, month, day) else { continue };
                assert_eq!(Date::read(&date.to_string()), Some(date));
                days += 1;
            }
        }
        assert_eq!(days, 7 * 365 + 2, "2000 and 2028 have a day more");
        assert_eq!((Date::new(0, 1, 1), Date::new(10_000, 1, 1)), (None, None));
    }

    #[test]
    fn what_is_no_day_or_is_written_otherwise_is_not_read() {
        for text in [
            "",
            "-",
            "2026",
            "2026-11",
            "2026-11-31",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-5",
            "026-11-25",
            "+026-11-25",
            "2026-+1-25",
            "2026-11-25 ",
            "2026-11-25-",
            "2026-11-25T10:00",
            "25.11.2026",
            "2026/11/25",
            "\u{662}026-11-25",
            "99999-11-25",
        ] {
            assert_eq!(Date::read(text), None, "{text:?}");
        }
    }

    #[test]
    fn words_name_the_month() {
        let words = |month| Date::new(2026, month, 3).map(Date::in_words);
        assert_eq!(words(1).as_deref(), Some("3 January 2026"));
        assert_eq!(words(12).as_deref(), Some("3 December 2026"));
    }
}
