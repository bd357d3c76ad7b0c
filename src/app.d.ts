declare global {
	namespace App {
		interface Error {
			message: string;
			/** Under which the log has what happened. */
			requestId?: string;
		}
		interface Locals {
			/** Of a request, in the log, in its answer's header and on its error page. */
			requestId: string;
		}
	}
}

export {};
