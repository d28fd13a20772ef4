//! The members of a frozen figure, packed: half a million of them stay within some megabytes.

use std::io::{Read as _, Write as _};

use chrono::DateTime;
use domain::id::{ParticipationId, PersonId};
use domain::period::FrozenMember;
use domain::person::SexCell;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use uuid::Uuid;

use crate::error::{Error, Result};

/// Person, participation, cell, moment in microseconds, participations.
const ROW: usize = 16 + 16 + 1 + 8 + 4;

pub(super) fn pack(members: &[FrozenMember]) -> Result<Vec<u8>> {
    let broken = |error: std::io::Error| Error::other("members of a period", error);
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    for member in members {
        let place = SexCell::ALL.iter().position(|cell| *cell == member.cell).unwrap_or_default();
        let mut row = Vec::with_capacity(ROW);
        row.extend_from_slice(member.person.0.as_bytes());
        row.extend_from_slice(member.participation.0.as_bytes());
        row.push(u8::try_from(place).unwrap_or_default());
        row.extend_from_slice(&member.at.timestamp_micros().to_le_bytes());
        row.extend_from_slice(&member.participations.to_le_bytes());
        encoder.write_all(&row).map_err(broken)?;
    }
    encoder.finish().map_err(broken)
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<FrozenMember>> {
    let mut raw = Vec::new();
    DeflateDecoder::new(bytes).read_to_end(&mut raw).map_err(|error| Error::other("members of a period", error))?;
    let member = |row: &[u8]| {
        let (person, rest) = row.split_first_chunk::<16>()?;
        let (participation, rest) = rest.split_first_chunk::<16>()?;
        let (cell, rest) = rest.split_first()?;
        let (at, rest) = rest.split_first_chunk::<8>()?;
        Some(FrozenMember {
            person: PersonId(Uuid::from_bytes(*person)),
            participation: ParticipationId(Uuid::from_bytes(*participation)),
            cell: *SexCell::ALL.get(usize::from(*cell))?,
            at: DateTime::from_timestamp_micros(i64::from_le_bytes(*at))?,
            participations: u32::from_le_bytes(*rest.first_chunk::<4>()?),
        })
    };
    Ok(raw.chunks_exact(ROW).filter_map(member).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_come_back_as_they_were() {
        let members: Vec<FrozenMember> = (0..5_u32)
            .map(|n| FrozenMember {
                person: PersonId(Uuid::from_u128(n.into())),
                participation: ParticipationId(Uuid::from_u128(u128::from(n) + 9)),
                cell: SexCell::ALL[n as usize],
                at: DateTime::from_timestamp_micros(1_700_000_000_000_000 + i64::from(n)).unwrap(),
                participations: n + 1,
            })
            .collect();
        assert_eq!(unpack(&pack(&members).unwrap()).unwrap(), members);
        assert!(unpack(&pack(&[]).unwrap()).unwrap().is_empty());
    }
}
