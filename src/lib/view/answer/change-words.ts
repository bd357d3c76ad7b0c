import type { Status } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from '../class-label.ts';

/**
 * What happened to a commune in the programme, in short: "đạt", "tái phức tạp".
 *
 * @param again whether it is after a relapse
 */
export function changeWords(status: Status, again: boolean): string {
	switch (status) {
		case 'met':
			return m.recent_status_met();
		case 'exited':
			return m.recent_status_exited();
		case 'relapsed':
			return m.recent_status_relapsed();
		case 'active':
			return again ? m.recent_status_retransforming() : m.recent_status_active();
		default:
			return statusLabel(status).toLocaleLowerCase();
	}
}
