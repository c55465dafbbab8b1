import type { Brand } from './brands.js';
import { markup } from '../pages/markup.js';

const font = markup.raw('font-family="Arial, Helvetica, sans-serif" font-weight="700"');

/** A line of text with a fixed width in every font. */
function textOf(text: string, { x, y, size, fill }: { x: number; y: number; size: number; fill: string }) {
  return markup`<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${font}
    textLength="${widthOf(text, size)}" lengthAdjust="spacingAndGlyphs">${text}</text>`;
}

const widthOf = (text: string, size: number): number => Math.round(text.length * size * 0.56);

/** A brand's mark alone, in a square. */
export function drawSquareLogo(brand: Brand): string {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="128" height="128">
    <rect width="64" height="64" rx="12" fill="#fff"/>${mark(brand, 8, 8, 48)}</svg>`.text;
}

/** A brand's mark with its name beside it. */
export function drawFullLogo(brand: Brand): string {
  const width = 80 + widthOf(brand.name, 32);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64" width="${width}" height="64">
    <rect width="${width}" height="64" rx="12" fill="#fff"/>${mark(brand, 8, 8, 48)}
    ${textOf(brand.name, { x: 68, y: 43, size: 32, fill: '#1c1f26' })}</svg>`.text;
}

/** A "Connect to QuickBooks" button, similar to the one that Intuit requires. */
export function drawOfficialButton(brand: Brand, state: 'default' | 'hover'): string {
  const label = `Connect to ${brand.name}`;
  const width = 70 + widthOf(label, 18);
  const fill = state === 'hover' ? '#166c0d' : '#237c17';
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 48" width="${width}" height="48">
    <rect width="${width}" height="48" rx="4" fill="${fill}"/>${mark({ ...brand, colour: '#ffffff' }, 12, 8, 32)}
    ${textOf(label, { x: 54, y: 30, size: 18, fill: '#ffffff' })}</svg>`.text;
}

function mark({ colour, mark, onSquare }: Brand, x: number, y: number, size: number) {
  if (!onSquare) return path(mark, colour, x, y, size);
  const inset = size * 0.18;
  return markup`<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${size / 5}" fill="${colour}"/>
    ${path(mark, '#fff', x + inset, y + inset, size - 2 * inset)}`;
}

const path = (mark: string, fill: string, x: number, y: number, size: number) =>
  markup`<path transform="translate(${x} ${y}) scale(${size / 24})" fill="${fill}" fill-rule="evenodd" d="${mark}"/>`;
