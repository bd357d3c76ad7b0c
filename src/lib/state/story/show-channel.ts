/** What the hall's window and the presenter's window tell each other. */
export type ShowMessage =
	| {
			say: 'at';
			at: number;
			blank: boolean;
			/** Whether all slides are here, so that they can be shown without the network. */
			ready: boolean;
	  }
	/** Asks the hall's window where it is. */
	| { say: 'where' }
	| { say: 'go'; at: number }
	/** What the keys of the same names do in the hall. */
	| { say: 'blank' | 'play' | 'question' | 'finish' };

/**
 * Connects the windows of one presentation in this browser.
 *
 * @returns how to speak, and how to leave
 */
export function openShowChannel(
	storyId: number,
	onmessage: (message: ShowMessage) => void
): { post: (message: ShowMessage) => void; close: () => void } {
	const channel = new BroadcastChannel(`diaban-story-${storyId}`);
	channel.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => onmessage(data));
	return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
