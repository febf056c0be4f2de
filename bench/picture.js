// A bar for each of the measured times, to the scale of the bare loop.

const bars = [
  ['A bare loop that prints the same pages', 'bare', '#b5cddc'],
  ['pshe build, nothing known', 'cold', '#14666c'],
  ['pshe build, one lesson changed', 'one', '#14666c'],
  ['pshe build, nothing changed', 'again', '#14666c'],
];

/** The report of a run as an SVG drawing. */
export function picture({ seconds, documents }) {
  const longest = Math.max(...bars.map(([, name]) => seconds[name]));
  const rows = bars.map(([label, name, colour], index) => {
    const y = 64 + index * 44;
    const width = Math.max(2, (seconds[name] / longest) * 380);
    return [
      `<text x="0" y="${y + 18}">${label}</text>`,
      `<path d="M300 ${y}h${width.toFixed(1)}v26h-${width.toFixed(1)}Z" fill="${colour}"/>`,
      `<text x="${(308 + width).toFixed(1)}" y="${y + 18}">${seconds[name].toFixed(2)} s</text>`,
    ].join('');
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 250" font-family="sans-serif" font-size="15" fill="#0c2a33">',
    `<title>How long ${documents} documents take</title>`,
    `<text x="0" y="30" font-size="19" font-weight="700">${documents} documents, whole processes</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}
