//! Groups and maps cut into raw values, whatever is in them.

use std::fmt;

use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

/// Cuts `(a: 1, b: 2)` into names and raw values, whatever the names are.
pub(super) struct FieldsSeed {
    pub(super) name: &'static str,
    pub(super) known: &'static [&'static str],
}

impl<'de> DeserializeSeed<'de> for FieldsSeed {
    type Value = Vec<(String, &'de RawValue)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer
            .deserialize_struct(self.name, self.known, PairsVisitor::<Identifier>::new())
            .map(|pairs| pairs.into_iter().map(|(key, value)| (key.0, value)).collect())
    }
}

/// Cuts `{a: 1, b: 2}` into raw keys and raw values.
pub(super) struct EntriesSeed;

impl<'de> DeserializeSeed<'de> for EntriesSeed {
    type Value = Vec<(&'de RawValue, &'de RawValue)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(PairsVisitor::<&'de RawValue>::new())
    }
}

struct PairsVisitor<K>(std::marker::PhantomData<K>);

impl<K> PairsVisitor<K> {
    fn new() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<'de, K: Deserialize<'de>> Visitor<'de> for PairsVisitor<K> {
    type Value = Vec<(K, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("pairs")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

/// The name of a field.
struct Identifier(String);

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl Visitor<'_> for NameVisitor {
            type Value = Identifier;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Identifier, E> {
                Ok(Identifier(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(NameVisitor)
    }
}
