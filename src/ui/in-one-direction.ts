const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without the characters that turn round what stands beside them. */
export const inOneDirection = (text: string) => text.replace(DIRECTIONS, '');
