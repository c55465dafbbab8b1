import { bootstrapApplication } from '@angular/platform-browser';
import { Books } from './books';

void bootstrapApplication(Books);
