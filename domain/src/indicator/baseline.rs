//! Where an indicator started; "to be determined" is a state of its own and never 0.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where an indicator started. In files: a number, `to be determined`, or nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Baseline {
    Value(u32),
    /// Never shown or computed as 0.
    ToBeDetermined,
    #[default]
    NotStated,
}

impl Baseline {
    /// How a baseline that is yet to be determined reads in files.
    pub const TO_BE_DETERMINED: &'static str = "to be determined";

    /// The number, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<u32> {
        match self {
            Self::Value(value) => Some(value),
            Self::ToBeDetermined | Self::NotStated => None,
        }
    }
}

impl Serialize for Baseline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_u32(*value),
            Self::ToBeDetermined => serializer.serialize_str(Self::TO_BE_DETERMINED),
            Self::NotStated => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Baseline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u32),
            Word(String),
        }
        match Option::<Written>::deserialize(deserializer)? {
            None => Ok(Self::NotStated),
            Some(Written::Number(value)) => Ok(Self::Value(value)),
            Some(Written::Word(word)) if word == Self::TO_BE_DETERMINED => Ok(Self::ToBeDetermined),
            Some(Written::Word(word)) => {
                Err(serde::de::Error::custom(format!("baseline {word:?}: a number or \"to be determined\"")))
            }
        }
    }
}
