//! A profile as one line of JSON.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Unexpected, Visitor};

use crate::comparison::{ClaimId, Comparison};
use crate::profile::{Band, Counting, Profile, ProfileName, Stance};
use crate::safe_text::SafeText;
use crate::weight::Weight;
use crate::wording::quoted;

/// The format of profiles that this program reads, as in their files.
const FORMAT: u64 = 1;

/// What a line says.
#[derive(Debug)]
pub(super) struct Line<'l> {
    pub(super) id: Option<Cow<'l, str>>,
    pub(super) profile: Profile,
    /// Claims that the comparison does not have, by their full ids.
    pub(super) unknown: BTreeSet<String>,
}

/// Its fields.
#[derive(Clone, Copy, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Id,
    Format,
    Comparison,
    Name,
    Band,
    Counting,
    Stances,
}

/// Those of a stance.
#[derive(Clone, Copy, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum StanceField {
    Weight,
    On,
    Essential,
    Note,
}

/// Reads a line.
///
/// # Errors
/// If it is no JSON, or says what no profile of this comparison can.
pub(super) fn read<'l>(text: &'l str, comparison: &Comparison) -> serde_json::Result<Line<'l>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let line = Reading { comparison }.deserialize(&mut json)?;
    json.end()?;
    Ok(line)
}

/// The id on a line with which something else is wrong; none if it has none, or is no JSON.
pub(super) fn id(text: &str) -> Option<Cow<'_, str>> {
    #[derive(Deserialize)]
    struct WithId<'l> {
        #[serde(borrow)]
        id: Text<'l>,
    }
    serde_json::from_str(text).ok().map(|WithId { id: Text(id) }| id)
}

/// A line that is being read.
struct Reading<'r> {
    comparison: &'r Comparison,
}

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Line<'de>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Line<'de>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Line<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a profile such as {\"stances\": {}}")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Line<'de>, M::Error> {
        let mut line = Line { id: None, profile: Profile::new(self.comparison), unknown: BTreeSet::new() };
        let mut seen = Seen::default();
        while let Some(field) = map.next_key()? {
            seen.once(field as u8)?;
            match field {
                Field::Id => line.id = map.next_value::<Option<Text<'_>>>()?.map(|Text(id)| id),
                Field::Format => format(map.next_value()?)?,
                Field::Comparison => {
                    let Text(id) = map.next_value()?;
                    let ours = self.comparison.id();
                    if id != ours {
                        let (id, ours) = (quoted(&id), quoted(ours));
                        return Err(Error::custom(format!(
                            "it belongs to the comparison {id}, not to {ours}"
                        )));
                    }
                }
                Field::Name => {
                    let name = map.next_value::<Option<Text<'_>>>()?;
                    let name = name.map(|Text(name)| ProfileName::new(&name)).transpose();
                    line.profile.name = name.map_err(Error::custom)?;
                }
                Field::Band => {
                    let Whole(points) = map.next_value()?;
                    let band = u8::try_from(points).ok().and_then(Band::new);
                    line.profile.band = band.ok_or_else(|| out_of(points, "band", Band::WIDEST))?;
                }
                Field::Counting => line.profile.counting = counting(map.next_value()?)?,
                Field::Stances => {
                    map.next_value_seed(Stances { comparison: self.comparison, line: &mut line })?;
                }
            }
        }
        if !seen.has(Field::Stances as u8) {
            return Err(Error::missing_field("stances"));
        }
        Ok(line)
    }
}

fn format<E: Error>(Whole(format): Whole) -> Result<(), E> {
    match format {
        FORMAT => Ok(()),
        0 => Err(Error::custom("there is no format 0; this program reads format 1")),
        newer => Err(Error::custom(format!(
            "it is of the newer format {newer}; this program reads format {FORMAT}"
        ))),
    }
}

fn counting<E: Error>(Text(counting): Text<'_>) -> Result<Counting, E> {
    Counting::with_id(&counting).ok_or_else(|| {
        Error::custom(format!(
            "it counts as {}, and there is each-reason-once and every-claim",
            quoted(&counting)
        ))
    })
}

fn out_of<E: Error>(points: u64, what: &str, most: u8) -> E {
    Error::custom(format!("a {what} is a whole number from 0 to {most}, and {points} is not"))
}

/// The stances of a line.
struct Stances<'r, 'l> {
    comparison: &'r Comparison,
    line: &'r mut Line<'l>,
}

impl<'de> DeserializeSeed<'de> for Stances<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Stances<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stances such as {\"alternative/claim\": {\"weight\": 8}}")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let mut said = vec![false; self.line.profile.stances().len()];
        let mut last = None;
        while let Some(Text(id)) = map.next_key()? {
            let Read(stance) = map.next_value()?;
            let claim = find(self.comparison, &id, last);
            let is_new = match claim {
                Some(claim) => {
                    self.line.profile[claim] = stance;
                    !std::mem::replace(&mut said[claim.0], true)
                }
                None => self.line.unknown.insert(id.clone().into_owned()),
            };
            if !is_new {
                return Err(Error::custom(format!("{} is there twice", quoted(&id))));
            }
            last = claim.or(last);
        }
        Ok(())
    }
}

/// The claim with a full id. Most lines name claims in their order, so the one after the last is looked at first.
fn find(comparison: &Comparison, id: &str, last: Option<ClaimId>) -> Option<ClaimId> {
    let next = ClaimId(last.map_or(0, |ClaimId(place)| place + 1));
    let is_next = next.0 < comparison.claims().len() && comparison.full_id(next) == id;
    if is_next { Some(next) } else { comparison.claim_with_id(id) }
}

/// A stance as it is read.
struct Read(Stance);

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_map(StanceVisitor)
    }
}

struct StanceVisitor;

impl<'de> Visitor<'de> for StanceVisitor {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stance such as {\"weight\": 8}")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Read, M::Error> {
        let mut stance = Stance::default();
        let mut seen = Seen::default();
        while let Some(field) = map.next_key()? {
            seen.once(field as u8)?;
            match field {
                StanceField::Weight => {
                    stance.weight = map.next_value::<Option<Whole>>()?.map(weight).transpose()?;
                }
                StanceField::On => stance.on = map.next_value()?,
                StanceField::Essential => stance.essential = map.next_value()?,
                StanceField::Note => {
                    let Text(note) = map.next_value()?;
                    stance.note = SafeText::text(&note);
                }
            }
        }
        Ok(Read(stance))
    }
}

fn weight<E: Error>(Whole(points): Whole) -> Result<Weight, E> {
    u8::try_from(points).ok().and_then(Weight::new).ok_or_else(|| out_of(points, "weight", Weight::MOST))
}

/// Which fields were there, each of which may be there once.
#[derive(Default)]
struct Seen(u8);

impl Seen {
    fn has(&self, field: u8) -> bool {
        self.0 & (1 << field) != 0
    }

    fn once<E: Error>(&mut self, field: u8) -> Result<(), E> {
        if self.has(field) {
            return Err(Error::custom("a field is there twice"));
        }
        self.0 |= 1 << field;
        Ok(())
    }
}

/// A text, of the line itself where nothing in it is escaped.
struct Text<'l>(Cow<'l, str>);

impl<'de: 'l, 'l> Deserialize<'de> for Text<'l> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }
}

/// A whole number that is not negative.
struct Whole(u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_u64(WholeVisitor)
    }
}

struct WholeVisitor;

impl Visitor<'_> for WholeVisitor {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, 0 or more")
    }

    fn visit_u64<E>(self, number: u64) -> Result<Whole, E> {
        Ok(Whole(number))
    }

    /// Some programs write 8 as 8.0.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Whole, E> {
        let whole = (0..=u8::MAX).find(|whole| f64::from(*whole).total_cmp(&number).is_eq());
        let whole = whole.ok_or_else(|| Error::invalid_value(Unexpected::Float(number), &self))?;
        Ok(Whole(whole.into()))
    }
}
