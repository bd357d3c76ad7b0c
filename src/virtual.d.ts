declare module 'virtual:maplibre-folder' {
	/** Address of the folder with MapLibre's own modules. */
	const folder: string;
	export default folder;
}
