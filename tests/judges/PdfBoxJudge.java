// SPDX-License-Identifier: Apache-2.0
// PDFBox as an independent judge, and as a program that appends to papers.
//   java -cp … PdfBoxJudge.java verify FILE.pdf           one line per signature; exit 1 when one does not hold
//   java -cp … PdfBoxJudge.java append IN.pdf OUT.pdf     an incremental save of PDFBox that changes a date and nothing else
//   java -cp … PdfBoxJudge.java note IN.pdf OUT.pdf       an incremental save that adds a text note to the first page
import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

public class PdfBoxJudge
{
    public static void main(String[] arguments) throws Exception
    {
        if (arguments[0].equals("verify"))
            System.exit(verify(new File(arguments[1])) ? 0 : 1);
        append(new File(arguments[1]), new File(arguments[2]), arguments[0].equals("note"));
    }

    /** PDFBox finds the signatures and the bytes they cover; Bouncy Castle judges the CMS over those bytes. */
    static boolean verify(File file) throws Exception
    {
        byte[] whole = Files.readAllBytes(file.toPath());
        boolean allHold = true;
        try (PDDocument document = PDDocument.load(file))
        {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            for (PDSignature signature : signatures)
            {
                int[] range = signature.getByteRange();
                boolean startsRight = range[0] == 0 && range[2] > range[1] && range[2] + range[3] <= whole.length;
                boolean holds = startsRight && holds(signature.getContents(whole), signature.getSignedContent(whole));
                allHold = allHold && holds;
                System.out.println((holds ? "holds " : "BROKEN ") + signature.getSubFilter() + " covers "
                        + (range[2] + range[3]) + " of " + whole.length);
            }
            System.out.println(signatures.size() + " signatures");
            return allHold && !signatures.isEmpty();
        }
    }

    static boolean holds(byte[] cms, byte[] content) throws Exception
    {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
        SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
        Iterator<X509CertificateHolder> certificates = signed.getCertificates().getMatches(signer.getSID()).iterator();
        if (signed.getSignerInfos().size() != 1 || !certificates.hasNext())
            return false;
        try
        {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(new BouncyCastleProvider())
                    .build(certificates.next()));
        }
        catch (CMSException digestDiffers)
        {
            return false;
        }
    }

    static void append(File in, File out, boolean note) throws Exception
    {
        Files.copy(in.toPath(), out.toPath(), StandardCopyOption.REPLACE_EXISTING);
        try (PDDocument document = PDDocument.load(in); FileOutputStream to = new FileOutputStream(out))
        {
            document.getDocumentInformation().setModificationDate(Calendar.getInstance());
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            if (note)
                addNote(document);
            document.saveIncremental(to);
        }
    }

    static void addNote(PDDocument document) throws Exception
    {
        PDAnnotationText text = new PDAnnotationText();
        text.setContents("note");
        text.setRectangle(new PDRectangle(20, 20, 20, 20));
        List<PDAnnotation> annotations = new ArrayList<>(document.getPage(0).getAnnotations());
        annotations.add(text);
        document.getPage(0).setAnnotations(annotations);
        // PDFBox writes what is marked and can be reached over what is marked.
        for (COSBase at = document.getPage(0).getCOSObject(); at instanceof COSDictionary;
                at = ((COSDictionary) at).getDictionaryObject(COSName.PARENT))
        {
            ((COSDictionary) at).setNeedToBeUpdated(true);
            COSBase kids = ((COSDictionary) at).getDictionaryObject(COSName.KIDS);
            if (kids instanceof COSArray)
                ((COSArray) kids).setNeedToBeUpdated(true);
        }
        text.getCOSObject().setNeedToBeUpdated(true);
        document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    }
}
