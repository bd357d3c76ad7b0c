export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
export const PDF = 'application/pdf';
export const PNG = 'image/png';
export const SVG = 'image/svg+xml';
