import { connection } from 'next/server';
import { Books } from './books';

export default async function Page() {
  // A nonce is made for each request, so that no page can be rendered beforehand.
  await connection();
  return <Books />;
}
