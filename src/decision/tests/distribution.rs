//! Distributions of many weights, where enumeration ends.

use crate::decision::Distribution;
use crate::decision::distribution::WIDEST;

/// The same sum by the plain formula: each weight spreads the whole distribution over its values, end to end.
fn spread_out(counts: [usize; WIDEST + 1]) -> Vec<f64> {
    let mut masses = vec![1.0];
    for (around, count) in counts.into_iter().enumerate() {
        for _ in 0..count {
            let mut wider = vec![0.0; masses.len() + 2 * around];
            for (at, mass) in masses.iter().enumerate() {
                for to in &mut wider[at..=at + 2 * around] {
                    *to += mass / f64::from(u32::try_from(2 * around + 1).unwrap());
                }
            }
            masses = wider;
        }
    }
    masses
}

const COUNTS: [[usize; WIDEST + 1]; 6] = [
    [3, 0, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 0],
    [1, 2, 3, 4, 5, 6],
    [0, 0, 40, 0, 0, 60],
    [0, 0, 200, 0, 0, 300],
    [0, 0, 0, 0, 0, 1_000],
];

#[test]
fn sums_of_many_weights_are_exact() {
    for counts in COUNTS {
        let found = Distribution::of_sum(7, counts);
        let expected = spread_out(counts);
        let middle = i64::try_from(expected.len() / 2).unwrap();
        let mut all = 0.0;
        for (value, mass) in found.values() {
            let place = usize::try_from(value - found.mean() + middle).unwrap();
            assert!((mass - expected[place]).abs() < 1e-15, "{counts:?} at {value}");
            all += mass;
        }
        assert!((all - 1.0_f64).abs() < 1e-12, "{counts:?}: {all}");
        for value in [-40, 0, 6, 7, 8, 60] {
            let sum = found.above(value) + found.below(value);
            let mass = found.values().find(|(at, _)| *at == value).map_or(0.0, |(_, mass)| mass);
            assert!((sum + mass - 1.0).abs() < 1e-12, "{counts:?} at {value}");
        }
    }
}

#[test]
fn a_weight_can_be_taken_out_again() {
    for counts in COUNTS {
        let whole = Distribution::of_sum(0, counts);
        for around in (0..=WIDEST).filter(|around| counts[*around] > 0) {
            let mut fewer = counts;
            fewer[around] -= 1;
            let (found, expected) = (whole.without(around), Distribution::of_sum(0, fewer));
            for value in -200..200 {
                let off = (found.above(value) - expected.above(value)).abs();
                assert!(off < 2e-13, "{counts:?} without {around} at {value}: {off}");
            }
        }
    }
}
