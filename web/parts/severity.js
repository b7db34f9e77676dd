/** How bad a finding is, in a word, an icon and a hint. */
export const SEVERITIES = {
  high: { word: 'High', icon: 'octagon-x', hint: 'somebody may come in, now' },
  medium: { word: 'Medium', icon: 'triangle-alert', hint: 'against what AWS recommends' },
  low: { word: 'Low', icon: 'info', hint: 'untidy' },
};
