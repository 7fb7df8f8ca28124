import type { Report, ReportInput } from './report.ts';

/** The report without the words of inputs that an administrator has hidden since it was frozen. */
export function withoutHidden(report: Report, numbers: readonly number[]): Report {
  if (numbers.length === 0) return report;
  const hide = (inputs: ReportInput[]) =>
    inputs.map((each) => (numbers.includes(each.number) ? { ...each, resume: '' } : each));
  return {
    ...report,
    general: hide(report.general),
    themes: report.themes.map((theme) => ({ ...theme, inputs: hide(theme.inputs) })),
    paragraphs: hide(report.paragraphs)
  };
}
