import { toMonthText, type Month } from '#lib/domain/period.ts';

/** Where a month's figures of all communes are; the browser keeps them for a version of the data. */
export function figuresUrl(asked: {
	frame: { from: string };
	month: Month;
	dataVersion: number;
	track: string;
	base: string;
	question: string;
	all: boolean;
}): string {
	const { frame, month, dataVersion, track, base, question, all } = asked;
	return `/api/frames/${frame.from}/figures/${toMonthText(month)}?v=${dataVersion}&track=${encodeURIComponent(track)}&base=${base}&against=${question}${all ? '&all=1' : ''}`;
}
