/** A line of a page of a PDF that is made for a test. */
export interface SetLine {
  readonly text: string;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly x?: number;
  readonly y: number;
}

/** Returns a PDF (ISO 32000) of pages with these lines, in Helvetica and with Danish letters. */
export function makePdf(pages: readonly (readonly SetLine[])[]): Uint8Array {
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ');
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * at} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
      stream(lines.map(drawn).join('\n'))
    ])
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>`;
  return Buffer.from(`${file}${end}\nstartxref\n${file.length}\n%%EOF`, 'latin1');
}

const stream = (content: string) =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function drawn({ text, size = 11, isBold = false, x = 72, y }: SetLine): string {
  const written = text.replace(/[\\()]/g, '\\$&');
  return `BT /${isBold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td (${written}) Tj ET`;
}
