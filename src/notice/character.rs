//! Which characters are invisible, and what that means beside others.

pub(super) use unicode_normalization::char::is_combining_mark;

/// Whether `char` is a control, turns the reading direction, has no width or no meaning outside one font.
pub(super) fn is_invisible(char: char) -> bool {
    char.is_control() || is_joiner(char) || is_variation_selector(char) || is_ignorable(char)
}

/// Whether `char` is invisible wherever it stands; controls, joiners and variation selectors aside.
pub(super) fn is_ignorable(char: char) -> bool {
    matches!(char,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFF}' | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        // Planes 4 to 16 hold nothing but tags, selectors and private use.
        | '\u{40000}'..='\u{10FFFF}')
        // The last two of each plane are no characters.
        || (u32::from(char) & 0xFFFE) == 0xFFFE
}

/// Whether `char` is blank: a space of any width, or the empty Braille pattern.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace() || char == '\u{2800}'
}

/// The zero-width joiner and non-joiner: they mean something only beside certain characters.
pub(super) fn is_joiner(char: char) -> bool {
    matches!(char, '\u{200C}' | '\u{200D}')
}

/// The selectors that choose between a glyph and an emoji, among others.
pub(super) fn is_variation_selector(char: char) -> bool {
    matches!(char, '\u{FE00}'..='\u{FE0F}')
}

/// Whether `char` is of a script in which joiners change how letters are written.
pub(super) fn is_joined_letter(char: char) -> bool {
    matches!(char,
        '\u{0600}'..='\u{0DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{FB50}'..='\u{FDCF}'
        | '\u{FE70}'..='\u{FEFC}')
}

/// Whether `char` may be drawn as an emoji.
pub(super) fn is_picture(char: char) -> bool {
    matches!(char,
        '\u{A9}' | '\u{AE}' | '\u{203C}'..='\u{2049}' | '\u{2100}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}'
        | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether `char` becomes a keycap before U+20E3.
pub(super) fn is_keycap_base(char: char) -> bool {
    matches!(char, '0'..='9' | '#' | '*')
}

/// Whether a line may not be cut before `char`: it belongs to the one before it.
pub(super) fn is_extension(char: char) -> bool {
    is_combining_mark(char) || is_joiner(char) || matches!(char, '\u{1F3FB}'..='\u{1F3FF}')
}
