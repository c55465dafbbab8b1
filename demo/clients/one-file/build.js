import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const dist = 'node_modules/codat-connect-elements/dist/';
const name = 'connect-elements.all.js';
const hashes = JSON.parse(readFileSync(`${dist}integrity.json`, 'utf8'));

mkdirSync('built', { recursive: true });
cpSync(`${dist}${name}`, `built/${name}`);
cpSync('books.js', 'built/books.js');
writeFileSync('built/index.html', readFileSync('index.html', 'utf8').replace('{{integrity}}', hashes[name]));
