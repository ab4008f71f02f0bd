// The size of a node's card, the same in every picture that is laid out and on the map.

/** Width and height in the units of pictures. */
export const CARD = { width: 168, height: 40 } as const;
