/** A file that is being sent. */
export interface Upload {
	/** Its id on the server, when all of it is there; rejects when it was not taken or the sending was ended. */
	id: Promise<string>;
	abort: () => void;
}

/**
 * Sends a file in, by a request that tells how far it is; `fetch` does not.
 *
 * @param onsent receives the share that is sent, 0 to 1
 */
export function sendFile(file: File, onsent: (share: number) => void): Upload {
	const request = new XMLHttpRequest();
	const id = new Promise<string>((resolve, reject) => {
		request.open('POST', '/api/data/files');
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
		request.upload.onprogress = ({ loaded, total }) => onsent(total > 0 ? loaded / total : 0);
		request.onload = () => {
			if (request.status === 201) {
				resolve((JSON.parse(request.responseText) as { id: string }).id);
			} else reject(new Error(String(request.status)));
		};
		request.onerror = request.onabort = () => reject(new Error('0'));
		request.send(file);
	});
	return { id, abort: () => request.abort() };
}
