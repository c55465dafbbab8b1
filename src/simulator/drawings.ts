import type { Brand } from './brands.js';
import { markup } from './markup.js';

const letters = 'font-family="Arial, Helvetica, sans-serif" font-weight="700"';

/** A brand's mark alone, in a square. */
export function squareLogo(brand: Brand): string {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="128" height="128">
    <rect width="64" height="64" rx="12" fill="#fff"/>${mark(brand, 8, 8, 48)}</svg>`.text;
}

/** A brand's mark with its name beside it. */
export function fullLogo(brand: Brand): string {
  const width = 76 + brand.name.length * 20;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64" width="${width}" height="64">
    <rect width="${width}" height="64" rx="12" fill="#fff"/>${mark(brand, 8, 8, 48)}
    ${markup.raw(`<text x="68" y="43" font-size="32" fill="#1c1f26" ${letters}>`)}${brand.name}</text></svg>`
    .text;
}

/** A "Connect to QuickBooks" button, in the spirit of the one Intuit asks for, as it looks at rest or pointed at. */
export function connectButton(brand: Brand, state: 'default' | 'hover'): string {
  const fill = state === 'hover' ? '#166c0d' : '#237c17';
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 272 48" width="272" height="48">
    <rect width="272" height="48" rx="4" fill="${fill}"/>${mark({ ...brand, colour: '#ffffff' }, 12, 8, 32)}
    ${markup.raw(`<text x="54" y="30" font-size="18" fill="#fff" ${letters}>`)}Connect to ${brand.name}</text></svg>`
    .text;
}

function mark({ name, colour, mark }: Brand, x: number, y: number, size: number) {
  return mark
    ? markup`<path transform="translate(${x} ${y}) scale(${size / 24})" fill="${colour}" d="${mark}"/>`
    : markup`<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${size / 5}" fill="${colour}"/>
      ${markup.raw(`<text x="${x + size / 2}" y="${y + size * 0.71}" font-size="${size * 0.6}" ${letters}`)}
        text-anchor="middle" fill="#fff">${name.charAt(0)}</text>`;
}
