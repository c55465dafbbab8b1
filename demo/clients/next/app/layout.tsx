import type { ReactNode } from 'react';
import './site.css';

export const metadata = { title: 'Your books' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
