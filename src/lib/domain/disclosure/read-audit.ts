import * as v from 'valibot';
import { auditMessage, auditState, type AuditMessage, type AuditState } from './plan-message.ts';

/** Reads what the thread of an audit says. @throws Error where it is no such message */
export function readAuditMessage(sent: unknown): AuditMessage {
	return v.parse(auditMessage, sent);
}

/** Reads what the server says of an audit. @throws Error where it is no such answer */
export function readAuditState(sent: unknown): AuditState {
	return v.parse(auditState, sent);
}
