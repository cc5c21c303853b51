//! Whether stated chances come true: simulated people whose true weights are known.

use std::fmt::Write;

use super::*;
use crate::profile::{Band, Stance};

/// How many people there are in each row of the table.
const PEOPLE: u32 = 10_000;

/// Pseudo-random numbers from a seed (Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014).
struct Random(u64);

impl Random {
    /// A whole number from 0 up to but without `bound`.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// A whole number of points from `low` to `high`.
    fn within(&mut self, low: u8, high: u8) -> u8 {
        low + u8::try_from(self.below(u64::from(high - low) + 1)).unwrap()
    }
}

/// One person: what they typed, and what would be right for them.
struct Person {
    typed: Profile,
    /// The lead of the first alternative by their true weights, one for each reason.
    lead: i64,
}

impl Person {
    /// Each reason is left open by three in ten, else typed at will. Its true weight is then anything that it may be,
    /// where what is typed may be off by `band`.
    fn new(comparison: &Comparison, band: Band, random: &mut Random) -> Self {
        let mut typed = Profile::new(comparison);
        let mut lead = 0;
        for reason in typed.reasons(comparison).iter() {
            let weight =
                if random.below(10) < 3 { None } else { Weight::new(random.within(0, Weight::MOST)) };
            let points = weight.map_or(Weight::UNSET_POINTS, Weight::points);
            let around = band.around(weight);
            let truth = i64::from(random.within(points - around, points + around));
            let claim = &comparison[reason.first];
            let for_first = (claim.alternative == FIRST) == (claim.polarity == Polarity::Pro);
            lead += if for_first { truth } else { -truth };
            for face in reason.faces() {
                typed[face] = Stance { weight, ..Stance::default() };
            }
        }
        Self { typed, lead }
    }
}

/// Answers that were given with about the same chance.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    answers: u32,
    /// The sum of their chances.
    stated: f64,
    right: u32,
    /// Neither right nor wrong: by the true weights it is a tie.
    even: u32,
}

const ROWS: [(f64, &str); 5] = [
    (0.95, "0.95 to 1"),
    (0.80, "0.80 to 0.95"),
    (0.70, "0.70 to 0.80"),
    (0.60, "0.60 to 0.70"),
    (0.0, "under 0.60"),
];

/// All answers to the same people, by the chance that was stated, if what they type is off by up to `band`.
fn simulated(counting: Counting, band: u8) -> [Row; ROWS.len()] {
    let comparison = jewelry();
    let mut random = Random(1772);
    let mut rows = [Row::default(); ROWS.len()];
    for _ in 0..PEOPLE {
        let mut person = Person::new(&comparison, Band::new(band).unwrap(), &mut random);
        person.typed.counting = counting;
        let assessment = assess(&comparison, &person.typed);
        let Some(leader) = assessment.leader else { continue };
        let chance = assessment[leader].chance;
        let row = ROWS.iter().position(|(least, _)| reaches(chance, *least)).unwrap();
        let row = &mut rows[row];
        row.answers += 1;
        row.stated += chance;
        row.right += u32::from(person.lead.signum() == if leader == FIRST { 1 } else { -1 });
        row.even += u32::from(person.lead == 0);
    }
    rows
}

/// A table of METHOD.md.
fn table(counting: Counting, band: u8) -> String {
    let mut table = "| stated chance | answers | stated on average | right | even |\n| --- | ---: | ---: | ---: | ---: |\n".to_owned();
    for ((_, name), row) in ROWS.iter().zip(simulated(counting, band)) {
        let part = |count: f64| count / f64::from(row.answers);
        let (stated, right, even) = (part(row.stated), part(row.right.into()), part(row.even.into()));
        writeln!(table, "| {name} | {} | {stated:.3} | {right:.3} | {even:.3} |", row.answers).unwrap();
    }
    table
}

#[test]
fn stated_chances_come_true() {
    for ((least, name), row) in ROWS.iter().zip(simulated(Counting::EachReasonOnce, 2)) {
        let answers = f64::from(row.answers);
        let (stated, right) = (row.stated / answers, f64::from(row.right) / answers);
        // Four standard errors: the seed decides less than one time in ten thousand.
        let error = 4.0 * (stated * (1.0 - stated) / answers).sqrt();
        assert!((stated - right).abs() < error, "{name}: {right} is not {stated}, give or take {error}");
        if *least >= 0.8 {
            assert!(stated - error > *least && right >= *least, "{name}: {right} of {}", row.answers);
        }
    }
}

#[test]
fn the_tables_of_the_method_are_these() {
    let method = include_str!("../../../METHOD.md");
    // As assumed; with two faces drawn as two; and where people are twice as far off as they say.
    for (counting, band) in
        [(Counting::EachReasonOnce, 2), (Counting::EveryClaim, 2), (Counting::EachReasonOnce, 4)]
    {
        let table = table(counting, band);
        assert!(method.contains(&table), "METHOD.md lacks\n{table}");
    }
}
