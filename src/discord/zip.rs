//! Several files in one: a ZIP archive that holds them as they are. The format is PKWARE's APPNOTE 6.3; nothing is
//! compressed, so that nothing is needed for it.

/// The version of the format that is needed to read it: 2.0.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF_8: u16 = 1 << 11;
/// 1 January 1980, the first day that the format knows: the files have no time of their own.
const DAY: u16 = 1 << 5 | 1;

/// The archive of these files, each with its name; `None` where the format has no room for them.
pub(super) fn zip(files: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let at = u32::try_from(archive.len()).ok()?;
        let (name_length, size) = (u16::try_from(name.len()).ok()?, u32::try_from(bytes.len()).ok()?);
        // What the head of a file and its line in the directory share.
        let mut about = Vec::new();
        for short in [VERSION, UTF_8, 0, 0, DAY] {
            about.extend(short.to_le_bytes());
        }
        for long in [checksum(bytes), size, size] {
            about.extend(long.to_le_bytes());
        }
        about.extend(name_length.to_le_bytes());
        about.extend(0_u16.to_le_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, at) = (u16::try_from(files.len()).ok()?, u32::try_from(archive.len()).ok()?);
    let size = u32::try_from(directory.len()).ok()?;
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(size.to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0, 0]);
    Some(archive)
}

/// CRC-32 as ZIP has it: the reversed polynomial 0xEDB88320.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_format() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!((checksum(b"123456789"), checksum(b"")), (0xCBF4_3926, 0));
    }

    #[test]
    fn an_archive_has_a_head_for_each_file_and_a_directory() {
        let archive = zip(&[("a.json", b"{}"), ("entries/é.json", b"[1]")]).unwrap();
        let heads = archive.windows(4).filter(|bytes| bytes == b"PK\x03\x04").count();
        let lines = archive.windows(4).filter(|bytes| bytes == b"PK\x01\x02").count();
        assert_eq!((heads, lines), (2, 2));
        assert_eq!(&archive[30..38], b"a.json{}");
        let end = archive.len() - 22;
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        let at = u32::from_le_bytes(archive[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
        assert_eq!(zip(&[]).unwrap().len(), 22);
    }
}
