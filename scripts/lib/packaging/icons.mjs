/** Of hicolor's folders on Linux; the largest is what macOS and Windows make theirs from. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
